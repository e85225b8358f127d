package org.devicegrant.conformance.cli;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.check.Tools;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.requirement.Testable;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/** A run of which nothing is known yet, or of which nothing could be learnt: nothing is held against the server. */
final class BlankRun {
    private final Assignment assignment;
    private final Catalogue catalogue = Catalogue.load();
    private final Clock clock = Clock.system();
    private final Instant started = clock.wallTime();
    private final long start = clock.nanos();

    BlankRun(Assignment assignment) {
        this.assignment = assignment;
    }

    /** Before the first verdict. */
    RunReport planned() {
        return report(ExitCodes.NOTHING_PROVED, "The run has not come to this yet.", List.of());
    }

    /** The server could not be asked. */
    RunReport unreachable(String reason) {
        String note = "The server could not be judged: " + reason;
        return report(ExitCodes.UNREACHABLE, "The server could not be asked: " + reason + ".", List.of(note));
    }

    private RunReport report(int code, String message, List<String> notes) {
        Target target = assignment.target();
        return new RunReport(
                Tools.described(catalogue.version(), "none was needed"),
                new RunReport.Target(
                        target.name(),
                        text(target.issuer()),
                        text(target.endpoints().token()),
                        text(target.endpoints().deviceAuthorization()),
                        target.http().insecure()),
                assignment.options().selection().profile().word(),
                started,
                (clock.nanos() - start) / 1_000_000,
                code,
                false,
                results(message),
                List.of(),
                null,
                null,
                null,
                notes);
    }

    private List<CheckResult> results(String message) {
        Set<Requirement> selected =
                new HashSet<>(assignment.options().selection().from(catalogue));
        return catalogue.requirements().stream()
                .map(requirement -> selected.contains(requirement)
                        ? unknown(requirement, message)
                        : result(requirement, Verdict.SKIPPED, "Not selected by --profile, --include and --exclude."))
                .toList();
    }

    private static CheckResult unknown(Requirement requirement, String message) {
        String why = requirement.reason();
        return requirement.testable() == Testable.NOT_AT_ALL && why != null
                ? result(requirement, Verdict.NOT_TESTABLE, why)
                : result(requirement, Verdict.INCONCLUSIVE, message);
    }

    private static CheckResult result(Requirement requirement, Verdict verdict, String message) {
        return new CheckResult(
                requirement.id(),
                requirement.level(),
                requirement.group(),
                requirement.source(),
                requirement.statement(),
                verdict,
                message,
                List.of(),
                "",
                "",
                List.of(),
                List.of(),
                0,
                0,
                null);
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }
}
