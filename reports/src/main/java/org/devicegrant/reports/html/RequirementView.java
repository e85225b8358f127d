package org.devicegrant.reports.html;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.devicegrant.reports.SourceLinks;
import org.devicegrant.reports.VisibleText;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One requirement as shown.
 *
 * @param result the result itself
 * @param look how its verdict is written and marked
 * @param source where the rule stands, with links
 * @param document first document of the source, for the filter
 * @param evidence the exchanges that matter, in full
 * @param others numbers of further exchanges it rests on
 * @param pictures what the user's side showed
 * @param replay a script that shows the deviation again, or empty
 * @param dialect name of the dialect that explains it, or empty
 */
public record RequirementView(
        CheckResult result,
        VerdictLook look,
        List<SourceLinks.Part> source,
        String document,
        List<ExchangeView> evidence,
        List<Integer> others,
        List<Picture> pictures,
        String replay,
        String dialect) {

    private static final int FULLY_SHOWN = 3;
    private static final int ONE_LINE = 200;

    public RequirementView {
        source = List.copyOf(source);
        evidence = List.copyOf(evidence);
        others = List.copyOf(others);
        pictures = List.copyOf(pictures);
    }

    /** The first thing that was found; the whole message stands with the requirement. */
    public String gist() {
        String[] found = result.message().split("; ", 2);
        return VisibleText.cut(found.length > 1 ? found[0] + " …" : found[0], ONE_LINE);
    }

    /**
     * The view of {@code result}. Exchanges are shown in full only where somebody has to act; a pass names them.
     *
     * @param exchanges of the run by number
     * @param pictures what the user's side showed, by path
     * @param replay a script that shows the deviation again, or empty
     * @param dialect the dialect that the server speaks, or null
     */
    public static RequirementView of(
            CheckResult result,
            Map<Integer, ExchangeView> exchanges,
            Map<String, Picture> pictures,
            String replay,
            RunReport.@Nullable Dialect dialect) {
        List<Integer> known = result.exchanges().stream()
                .filter(exchanges::containsKey)
                .distinct()
                .toList();
        int shown = isActionable(result.verdict()) ? Math.min(FULLY_SHOWN, known.size()) : 0;
        List<Integer> last = known.subList(known.size() - shown, known.size());
        return new RequirementView(
                result,
                VerdictLook.of(result.verdict()),
                SourceLinks.of(result.source()),
                SourceLinks.document(result.source()),
                last.stream().map(exchanges::get).filter(Objects::nonNull).toList(),
                known.subList(0, known.size() - shown),
                result.screenshots().stream()
                        .map(pictures::get)
                        .filter(Objects::nonNull)
                        .toList(),
                replay,
                dialect != null && dialect.explains().contains(result.id()) ? dialect.name() : "");
    }

    /** Whether it is shown unfolded. */
    public boolean open() {
        return result.verdict() == Verdict.FAIL && result.baseline() == null;
    }

    private static boolean isActionable(Verdict verdict) {
        return verdict == Verdict.FAIL || verdict == Verdict.WARNING || verdict == Verdict.INCONCLUSIVE;
    }
}
