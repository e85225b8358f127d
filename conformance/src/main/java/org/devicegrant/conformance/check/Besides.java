package org.devicegrant.conformance.check;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.devicegrant.conformance.automaton.Automaton;
import org.devicegrant.conformance.automaton.Probes;
import org.devicegrant.conformance.dialect.Dialects;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.login.Evidence;
import org.devicegrant.conformance.login.Rehearsal;
import org.devicegrant.conformance.login.WhoCanLogIn;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/** What a run learns beside its verdicts: who could log in, the dialect, the polling automaton. Asked while checks wait. */
final class Besides {
    private static final String CLIENTS = "known clients";
    private static final String AUTOMATON = "polling automaton";
    /** The requirement whose check sees a login from its codes to its token. */
    private static final String LOGIN = "8628-3.5-success-after-approval";
    /** The group of requirements about speed. */
    private static final String INTERVAL = "interval";

    private final Station station;
    private final RunContext context;
    private final List<Requirement> selected;
    private final CompletableFuture<@Nullable Rehearsal> rehearsal;
    private final CompletableFuture<Boolean> probes;

    private Besides(Station station, RunContext context, List<Requirement> selected) {
        this.station = station;
        this.context = context;
        this.selected = selected;
        this.rehearsal = Together.start(() -> spared(CLIENTS, this::rehearse));
        this.probes = Together.start(() -> spared(AUTOMATON, this::probe) != null);
    }

    /** Begins to ask. */
    static Besides start(Station station, RunContext context, RunOptions options) {
        return new Besides(station, context, options.selection().from(station.catalogue()));
    }

    /** What was learnt; each part is missing where the run is not about it. */
    record Learnt(
            List<RunReport.ClientResult> clients,
            RunReport.@Nullable Dialect dialect,
            RunReport.@Nullable Polling polling) {}

    /** Waits for what is still being asked: the last checks want to be alone. */
    void await() {
        Together.result(rehearsal);
        Together.result(probes);
    }

    /** What all answers of the run tell. */
    Learnt learnt(Protocol protocol, List<CheckResult> results) {
        Rehearsal asked = Together.result(rehearsal);
        List<RunReport.ClientResult> clients = asked == null
                ? null
                : spared(
                        CLIENTS,
                        () -> WhoCanLogIn.judge(
                                new Evidence(protocol, station.transcript().answers(), asked)));
        return new Learnt(
                clients == null ? List.of() : clients,
                spared(
                        "dialect",
                        () -> Dialects.heard(station.transcript().grantAnswers())
                                .map(heard -> heard.explaining(results))
                                .orElse(null)),
                spared(
                        AUTOMATON,
                        () -> Automaton.infer(
                                station.transcript(),
                                protocol.authorization(
                                        station.target().clients().main()),
                                results)));
    }

    /** A run that sees no login has nothing to say about clients. */
    private @Nullable Rehearsal rehearse() {
        boolean wanted =
                selected.stream().anyMatch(requirement -> requirement.id().equals(LOGIN));
        return wanted ? Rehearsal.of(devices(CLIENTS)) : null;
    }

    /** A run that is not about the whole interval is not kept waiting for what could be learnt of it. */
    private @Nullable Boolean probe() {
        boolean wanted = station.catalogue().requirements().stream()
                .filter(requirement -> requirement.group().equals(INTERVAL))
                .allMatch(selected::contains);
        if (wanted) {
            Probes.make(devices(AUTOMATON));
        }
        return wanted;
    }

    private Devices devices(String purpose) {
        return context.devices(purpose, Urgency.WAIT);
    }

    /** A fault of ours beside the checks is told as one, and costs none of their verdicts. */
    private <T> @Nullable T spared(String what, Supplier<@Nullable T> work) {
        try {
            return work.get();
        } catch (Inconclusive | NotApplicable | Unanswered nothingLearnt) {
            return null;
        } catch (RuntimeException e) {
            context.recordFault(what, e);
            return null;
        }
    }
}
