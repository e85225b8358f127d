package org.devicegrant.conformance.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.devicegrant.conformance.dialect.Dialects;
import org.devicegrant.conformance.flow.Issuance;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.login.Evidence;
import org.devicegrant.conformance.login.Rehearsal;
import org.devicegrant.conformance.login.WhoCanLogIn;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/** One conformance run against one server. Several may go on in one JVM at the same time. */
public final class ConformanceRun {
    /** The requirement whose check sees a login from its codes to its token. */
    private static final String LOGIN = "8628-3.5-success-after-approval";

    private final Station station;
    private final RunOptions options;

    /** @param station closed by whoever opened it */
    public ConformanceRun(Station station, RunOptions options) {
        this.station = station;
        this.options = options;
    }

    /**
     * What a run leaves.
     *
     * @param report results of every requirement
     * @param exchanges everything that was sent and received, redacted
     * @param faults checks that ended by a fault of the harness itself
     */
    public record Outcome(RunReport report, List<ExchangeRecord> exchanges, Map<String, Throwable> faults) {
        public Outcome {
            exchanges = List.copyOf(exchanges);
            faults = Map.copyOf(faults);
        }
    }

    /**
     * Runs the selected checks.
     *
     * @throws IllegalArgumentException if the selection names something that the catalogue does not have
     * @throws Unusable if the server cannot be judged at all
     */
    public Outcome run() {
        Plan plan = new Plan(station.catalogue(), options);
        Instant started = station.clock().wallTime();
        Preflight preflight = new Preflight(station);
        Protocol protocol = preflight.protocol();
        Optional<Issuance> issuance = preflight.tryControlFlow(protocol);
        RunContext context = new RunContext(station, protocol, true);
        CompletableFuture<Rehearsal> rehearsal = rehearsal(context);
        station.listener().started(plan.requirements().map(Requirement::id).toList());
        new Checks(context, options).run(plan.early());
        askAgain(context, plan);
        new Checks(context, options).run(plan.late());
        List<CheckResult> results = plan.complete(context.results());
        Long criticalPath = issuance.map(codes -> CriticalPath.of(station, options, plan, codes, results))
                .map(CriticalPath::total)
                .map(Duration::toMillis)
                .orElse(null);
        return outcome(started, protocol, context, results, clients(protocol, rehearsal), criticalPath);
    }

    /** A machine that was too slow for everything at once may be fast enough for what is left. */
    private void askAgain(RunContext context, Plan plan) {
        Set<String> postponed = context.postponed();
        if (!postponed.isEmpty()) {
            station.listener()
                    .note(
                            postponed.size() == 1
                                    ? "1 check came too late for its code and is asked again"
                                    : postponed.size() + " checks came too late for their codes and are asked again");
            new Checks(context.again(), options).run(plan.checking(postponed));
        }
    }

    /** What known clients would ask is asked while the checks wait. */
    private CompletableFuture<Rehearsal> rehearsal(RunContext context) {
        return looksAtLogins()
                ? Together.start(() -> Rehearsal.of(context.devices("known clients", Urgency.WAIT)))
                : CompletableFuture.completedFuture(Rehearsal.none());
    }

    /** A run that is not about logins has nothing to say about clients. */
    private boolean looksAtLogins() {
        return options.selection().from(station.catalogue()).stream()
                .anyMatch(requirement -> requirement.id().equals(LOGIN));
    }

    private List<RunReport.ClientResult> clients(Protocol protocol, CompletableFuture<Rehearsal> rehearsal) {
        return looksAtLogins()
                ? WhoCanLogIn.judge(new Evidence(protocol, station.transcript().answers(), Together.result(rehearsal)))
                : List.of();
    }

    private Outcome outcome(
            Instant started,
            Protocol protocol,
            RunContext context,
            List<CheckResult> results,
            List<RunReport.ClientResult> clients,
            @Nullable Long criticalPath) {
        RunReport report = new RunReport(
                Tools.described(station.catalogue().version(), station.desk().description()),
                target(protocol.server()),
                options.selection().profile().word(),
                started,
                context.elapsedMs(),
                ExitCodes.of(results, false, !context.faults().isEmpty()),
                true,
                results,
                clients,
                Dialects.heard(station.transcript().grantAnswers())
                        .map(heard -> heard.explaining(results))
                        .orElse(null),
                null,
                criticalPath,
                Limits.met(station.transcript().answers()));
        return new Outcome(report, station.transcript().records(), context.faults());
    }

    private RunReport.Target target(Server server) {
        return new RunReport.Target(
                station.target().name(),
                server.issuer() == null ? null : server.issuer().toString(),
                server.token().toString(),
                server.deviceAuthorization().toString());
    }
}
