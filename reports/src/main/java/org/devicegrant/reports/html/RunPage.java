package org.devicegrant.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.devicegrant.reports.Headline;
import org.devicegrant.reports.Reason;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * {@code index.html} of a conformance run.
 *
 * @param page the frame
 * @param run the run
 * @param headline what everybody reads first
 * @param counts the worst verdict first
 * @param broken failures, those not covered by the baseline first
 * @param warnings warnings
 * @param reasons why some could not be judged
 * @param groups all requirements by group
 * @param documents all requirements by the document they come from
 * @param timeline all exchanges on one axis
 * @param polling what was measured of the polling behaviour
 * @param automaton how often each answer was seen
 * @param exchanges all exchanges
 * @param pictures what the user's side showed
 * @param facts what the run used
 */
public record RunPage(
        Page page,
        RunReport run,
        Headline headline,
        List<CountView> counts,
        List<RequirementView> broken,
        List<RequirementView> warnings,
        List<Reason> reasons,
        List<GroupView> groups,
        List<DocumentView> documents,
        TimelineView timeline,
        PollingView polling,
        AutomatonView automaton,
        List<ExchangeView> exchanges,
        List<Picture> pictures,
        List<Fact> facts) {

    /** Characters of messages in the list of all exchanges; later ones are only named, to keep the page small. */
    private static final int MESSAGES = 1_200_000;

    public RunPage {
        counts = List.copyOf(counts);
        broken = List.copyOf(broken);
        warnings = List.copyOf(warnings);
        reasons = List.copyOf(reasons);
        groups = List.copyOf(groups);
        documents = List.copyOf(documents);
        exchanges = List.copyOf(exchanges);
        pictures = List.copyOf(pictures);
        facts = List.copyOf(facts);
    }

    /**
     * The page of {@code run}.
     *
     * @param exchanges all exchanges of the run
     * @param thumbnails small versions of screenshots as data URIs, by path; may be empty
     * @param replay a script that shows a deviation again, or an empty text
     */
    public static RunPage of(
            RunReport run,
            List<ExchangeRecord> exchanges,
            Map<String, String> thumbnails,
            Function<CheckResult, String> replay) {
        Map<Integer, ExchangeView> views = exchanges.stream()
                .map(ExchangeView::of)
                .collect(Collectors.toMap(ExchangeView::number, v -> v, (first, again) -> first, LinkedHashMap::new));
        Map<String, Picture> pictures = pictures(run, thumbnails);
        List<RequirementView> requirements = run.results().stream()
                .map(result -> RequirementView.of(result, views, pictures, replay.apply(result), run.dialect()))
                .toList();
        return new RunPage(
                Page.of(run.target().name() + " – device grant conformance"),
                run,
                Headline.of(run),
                CountView.of(run),
                brokenFirst(requirements),
                withVerdict(requirements, Verdict.WARNING),
                Reason.of(run),
                GroupView.by(requirements, view -> view.result().group(), GroupView::words),
                DocumentView.of(requirements),
                TimelineView.ofExchanges(run, exchanges),
                PollingView.of(run.polling()),
                AutomatonView.of(exchanges),
                withinBudget(List.copyOf(views.values())),
                List.copyOf(pictures.values()),
                facts(run, exchanges.size()));
    }

    /** Levels that occur, for the filter. */
    public List<String> levels() {
        return run.results().stream()
                .map(result -> result.level().word())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<RequirementView> brokenFirst(List<RequirementView> requirements) {
        List<RequirementView> broken = new ArrayList<>(withVerdict(requirements, Verdict.FAIL));
        broken.sort((a, b) ->
                Boolean.compare(a.result().baseline() != null, b.result().baseline() != null));
        return broken;
    }

    private static List<RequirementView> withVerdict(List<RequirementView> requirements, Verdict verdict) {
        return requirements.stream()
                .filter(requirement -> requirement.result().verdict() == verdict)
                .toList();
    }

    private static Map<String, Picture> pictures(RunReport run, Map<String, String> thumbnails) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        run.results().stream()
                .flatMap(result -> result.screenshots().stream())
                .distinct()
                .map(path -> Picture.of(path, thumbnails.get(path)))
                .flatMap(Optional::stream)
                .forEach(picture -> pictures.put(picture.path(), picture));
        return pictures;
    }

    private static List<ExchangeView> withinBudget(List<ExchangeView> all) {
        List<ExchangeView> shown = new ArrayList<>(all.size());
        int left = MESSAGES;
        for (ExchangeView exchange : all) {
            left -= exchange.weight();
            shown.add(left >= 0 ? exchange : exchange.withoutMessages());
        }
        return shown;
    }

    private static List<Fact> facts(RunReport run, int exchanges) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Harness", run.tool().name() + " " + run.tool().version()));
        facts.add(new Fact(
                "Catalogue", run.tool().catalogue() + ", " + run.results().size() + " requirements"));
        facts.add(new Fact("Profile", run.profile()));
        facts.add(new Fact("Target", run.target().name()));
        add(facts, "Issuer", run.target().issuer());
        add(facts, "Device authorization endpoint", run.target().deviceAuthorizationEndpoint());
        add(facts, "Token endpoint", run.target().tokenEndpoint());
        facts.add(new Fact("Started", Times.date(run.started())));
        facts.add(new Fact("Duration", Times.duration(run.durationMs())));
        Long shortest = run.criticalPathMs();
        add(facts, "Shortest possible duration", shortest == null ? null : Times.duration(shortest));
        facts.add(new Fact("Exchanges", String.valueOf(exchanges)));
        facts.add(new Fact("Java", run.tool().java()));
        facts.add(new Fact("Browser", run.tool().browser()));
        facts.add(new Fact("Clock", "monotonic, measured between sending and receiving; the date is for people only"));
        facts.add(new Fact("Exit code", String.valueOf(run.exitCode())));
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }
}
