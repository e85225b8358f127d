package org.devicegrant.conformance.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.flow.Issuance;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/** One conformance run against one server. Several may go on in one JVM at the same time. */
public final class ConformanceRun {
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
        RunContext context = new RunContext(station, protocol, options.asksAgain());
        Besides besides = Besides.start(station, context, options);
        station.listener().started(plan.requirements().map(Requirement::id).toList());
        new Checks(context, options).run(plan.early());
        askAgain(context, plan);
        besides.await();
        new Checks(context, options).run(plan.late());
        List<CheckResult> results = plan.complete(context.results());
        Long criticalPath = issuance.map(codes -> CriticalPath.of(station, options, plan, codes, results))
                .map(CriticalPath::total)
                .map(Duration::toMillis)
                .orElse(null);
        return outcome(started, protocol, context, results, besides.learnt(protocol, results), criticalPath);
    }

    /** A machine, or a server, that was too slow for everything at once may be fast enough for what is left. */
    private void askAgain(RunContext context, Plan plan) {
        Set<String> postponed = context.postponed();
        if (!postponed.isEmpty()) {
            station.listener()
                    .note(
                            postponed.size() == 1
                                    ? "1 check met what may have passed by now, and is asked again"
                                    : postponed.size()
                                            + " checks met what may have passed by now, and are asked again");
            new Checks(context.again(), options).run(plan.checking(postponed));
        }
    }

    private Outcome outcome(
            Instant started,
            Protocol protocol,
            RunContext context,
            List<CheckResult> results,
            Besides.Learnt learnt,
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
                learnt.clients(),
                learnt.dialect(),
                learnt.polling(),
                criticalPath,
                Limits.met(station.transcript().answers()));
        return new Outcome(report, station.transcript().records(), context.faults());
    }

    private RunReport.Target target(Server server) {
        return new RunReport.Target(
                station.target().name(),
                server.issuer() == null ? null : server.issuer().toString(),
                server.token().toString(),
                server.deviceAuthorization().toString(),
                station.target().http().insecure());
    }
}
