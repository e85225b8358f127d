package org.devicegrant.reports.pack;

import java.util.List;
import java.util.stream.Collectors;
import org.devicegrant.reports.Headline;
import org.devicegrant.reports.Reason;
import org.devicegrant.reports.VisibleText;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** A declaration for self-certification: the counts and deviations are filled in, the rest is for a person to sign. */
public final class Declaration {

    private Declaration() {}

    /** The declaration as Markdown. */
    public static String render(RunReport run) {
        return """
                # Declaration of conformance to RFC 8628, OAuth 2.0 device authorization grant

                | | |
                | --- | --- |
                | Organisation | ________________________________ |
                | Product and version | ________________________________ |
                | Configuration tested | ________________________________ |
                | Server as named in the run | %s |
                | Issuer | %s |
                | Run | %s, %s %s, catalogue %s, profile %s |
                | Result | %s. %s |

                ## Counts

                %s

                ## Known deviations

                %s

                ## Not judged

                %s

                We declare that this run was made against the product and configuration named above, that nothing in
                this pack was altered, and that the deviations listed are the only ones known to us.

                Place and date: ________________________________

                Name and function: ________________________________

                Signature: ________________________________
                """.formatted(
                        text(run.target().name()),
                        text(String.valueOf(run.target().issuer())),
                        run.started(),
                        text(run.tool().name()),
                        text(run.tool().version()),
                        text(run.tool().catalogue()),
                        text(run.profile()),
                        Headline.of(run).title(),
                        Headline.of(run).detail(),
                        counts(run),
                        list(deviations(run)),
                        list(notJudged(run)));
    }

    private static String counts(RunReport run) {
        return run.counts().entrySet().stream()
                .map(count -> "- " + count.getKey().name().replace('_', ' ') + ": " + count.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> deviations(RunReport run) {
        return run.results().stream()
                .filter(result -> result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARNING)
                .map(Declaration::deviation)
                .toList();
    }

    private static String deviation(CheckResult result) {
        return result.verdict() + " " + text(result.id()) + ": " + text(result.message())
                + (result.baseline() == null ? "" : " (" + text(result.baseline()) + ")");
    }

    private static List<String> notJudged(RunReport run) {
        return Reason.of(run).stream()
                .map(reason -> reason.count() + " " + reason.verdict() + ": " + text(reason.message()))
                .toList();
    }

    private static String list(List<String> lines) {
        return lines.isEmpty()
                ? "None."
                : lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static String text(String value) {
        return VisibleText.markdown(value);
    }
}
