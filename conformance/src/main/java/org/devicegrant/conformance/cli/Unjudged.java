package org.devicegrant.conformance.cli;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.check.Tools;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.requirement.Testable;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/** The report on a server that could not be asked: nothing is known, and nothing is held against it. */
final class Unjudged {
    private final Assignment assignment;
    private final Station station;

    Unjudged(Assignment assignment, Station station) {
        this.assignment = assignment;
        this.station = station;
    }

    RunReport report(String reason) {
        Target target = assignment.target();
        return new RunReport(
                Tools.described(station.catalogue().version(), station.desk().description()),
                new RunReport.Target(
                        target.name(),
                        text(target.issuer()),
                        text(target.endpoints().token()),
                        text(target.endpoints().deviceAuthorization())),
                assignment.options().selection().profile().word(),
                station.clock().wallTime(),
                (station.clock().nanos() - station.start()) / 1_000_000,
                ExitCodes.UNREACHABLE,
                false,
                results(reason),
                List.of(),
                null,
                null,
                List.of("The server could not be judged: " + reason));
    }

    private List<CheckResult> results(String reason) {
        Set<Requirement> selected =
                new HashSet<>(assignment.options().selection().from(station.catalogue()));
        return station.catalogue().requirements().stream()
                .map(requirement -> selected.contains(requirement)
                        ? unknown(requirement, reason)
                        : result(requirement, Verdict.SKIPPED, "Not selected by --profile, --include and --exclude."))
                .toList();
    }

    private static CheckResult unknown(Requirement requirement, String reason) {
        String why = requirement.reason();
        return requirement.testable() == Testable.NOT_AT_ALL && why != null
                ? result(requirement, Verdict.NOT_TESTABLE, why)
                : result(requirement, Verdict.INCONCLUSIVE, "The server could not be asked: " + reason + ".");
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
