package org.devicegrant.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.load.LoadRun;
import org.devicegrant.load.approval.Sessions;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.scenario.LoadOptions.Wave;
import org.devicegrant.load.target.Resolution;
import org.devicegrant.reports.model.LoadFindings.Approvals;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every scenario against the embedded server, small and short. What is asserted does not depend on the machine: either a run
 * goes on until it has seen something, or everything that was due has to be accounted for.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTest {
    /** Seconds that no machine needs: a run of this length ends when it has seen enough. */
    private static final int ENOUGH = 180;

    @TempDir
    Path directory;

    private volatile Tick last;

    @Test
    void stormHasAllDevicesInStep() throws Exception {
        LoadReport report = run(ScenarioKind.STORM, 600, options(30, 3));

        // Every device asks once at the same moment, and between two polls lie the interval and the pad.
        assertThat(report.answers().get("device_authorization") + report.unanswered() + report.unsent())
                .isGreaterThanOrEqualTo(30);
        assertThat(report.answers().get("device_authorization")).isLessThanOrEqualTo(30);
        assertThat(report.answers().get("authorization_pending")).isLessThanOrEqualTo(60);
        assertThat(deviceSeconds(report)).isGreaterThan(0.995 * 3 * (30 - report.unsent()));
        assertClean(report);
    }

    /** Time that devices have spent with requests and between them: nobody sat idle if it fills the run. */
    private static double deviceSeconds(LoadReport report) {
        long answers =
                report.answers().values().stream().mapToLong(Long::longValue).sum();
        double millis = report.latencyMs().mean() * report.latencyMs().count()
                + report.issuanceMs().mean() * report.issuanceMs().count();
        return millis / 1000 + answers * 1.1;
    }

    @Test
    void issuanceKeepsItsRate() throws Exception {
        LoadOptions options = options(1, 3).withWave(new Wave(40, 1, Duration.ofSeconds(1), Sessions.OWN, 1));

        LoadReport report = run(ScenarioKind.ISSUANCE, 600, options);

        // The schedule is fixed: what was not answered has to be told.
        assertThat(report.answers().get("device_authorization") + report.unanswered() + report.unsent())
                .isEqualTo(120);
        assertThat(report.latencyMs().count()).isZero();
        assertThat(report.issuanceMs().count()).isEqualTo(120 - report.unsent());
        assertClean(report);
    }

    @Test
    void approvedDevicesGetTheirTokens() throws Exception {
        int approved = 21;
        LoadOptions options = options(40, ENOUGH).withWave(new Wave(1, 0.5, Duration.ofSeconds(2), Sessions.OWN, 1));

        LoadReport report = run(ScenarioKind.APPROVAL_WAVE, 600, options, tick -> tick.devices() == 40 - approved);

        Approvals approvals = report.findings().approvals();
        assertThat(approvals).isNotNull();
        assertThat(approvals.planned()).isEqualTo(approved);
        assertThat(approvals.durationMs().count()).isEqualTo(approvals.confirmed());
        // A token may be faster than the page that confirms the approval, but by no more than the run's end.
        assertThat(approvals.problems())
                .isEqualTo(
                        approvals.confirmed() == approved
                                ? List.of()
                                : List.of((approved - approvals.confirmed()) + " times: the run ended before that"));
        assertThat(last.answers().of(AnswerKind.TOKEN)).isEqualTo(approved);
        assertThat(report.answers().get("token")).isLessThanOrEqualTo(approved);
        assertThat(report.approvalToTokenMs().count())
                .isLessThanOrEqualTo(report.answers().get("token"));
        assertClean(report);
    }

    @Test
    void expiredCodesAreRenewed() throws Exception {
        LoadReport report = run(
                ScenarioKind.EXPIRY_WAVE,
                6,
                options(30, ENOUGH),
                tick -> tick.answers().of(AnswerKind.AUTHORIZED) >= 60);

        assertThat(report.findings().renewal()).isNotNull();
        assertThat(report.findings().renewal().renewed()).isGreaterThanOrEqualTo(30);
        // Nobody asks for another code who was not told that the first one is dead.
        assertThat(last.answers().of(AnswerKind.AUTHORIZED))
                .isLessThanOrEqualTo(30
                        + last.answers().of(AnswerKind.EXPIRED)
                        + last.answers().of(AnswerKind.INVALID_GRANT));
        assertClean(report);
    }

    @Test
    void theBacklogGrows() throws Exception {
        LoadOptions options = options(10, 2).withWave(new Wave(1, 1, Duration.ofSeconds(1), Sessions.OWN, 500));

        LoadReport report = run(ScenarioKind.BACKLOG, 600, options);

        assertThat(report.findings().backlog()).hasSize(2);
        assertThat(report.findings().backlog().get(0).pendingCodes()).isZero();
        assertThat(report.findings().backlog().get(1).pendingCodes()).isGreaterThanOrEqualTo(500);
        assertThat(report.findings().backlog().get(1).latencyMs().count())
                .isEqualTo(report.latencyMs().count())
                .isLessThanOrEqualTo(20);
        assertClean(report);
    }

    @Test
    void soakLooksForDrift() throws Exception {
        LoadReport report = run(ScenarioKind.SOAK, 600, options(20, 9));

        assertThat(report.findings().drift()).isNotNull();
        assertThat(report.complete()).isTrue();
        assertThat(report.answers().get("authorization_pending")).isLessThanOrEqualTo(20 * 9L);
        assertClean(report);
    }

    @Test
    void capacityStopsAtOnceWhenTheProtocolIsBroken() throws Exception {
        Behaviour broken = behaviour(600);
        broken.on(Endpoint.TOKEN, (request, answer) -> Answer.json(400, slowDown()));

        LoadReport report = run(ScenarioKind.CAPACITY, broken, options(10, 5), tick -> false);

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.complete()).isFalse();
        assertThat(report.findings().capacity().trials()).hasSize(1);
        assertThat(report.conclusions().toString()).contains("the protocol was broken");
    }

    private static ObjectNode slowDown() {
        return JsonNodeFactory.instance.objectNode().put("error", "slow_down");
    }

    /** Holds whatever the machine does: what went wrong is the generator's, and said to be so. */
    private static void assertClean(LoadReport report) {
        assertThat(report.violations())
                .filteredOn(invariant -> invariant.count() > 0)
                .extracting(LoadInvariant::examples)
                .isEmpty();
        assertThat(report.answers())
                .allSatisfy((word, count) -> assertThat(AnswerKind.of(word).failure() ? count : 0)
                        .as(word)
                        .isZero());
        long polls = report.answers().entrySet().stream()
                .filter(answer -> AnswerKind.of(answer.getKey()) != AnswerKind.AUTHORIZED)
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(report.latencyMs().count()).isBetween(polls, polls + report.unanswered());
        assertThat(report.errorShare() == 0).isEqualTo(report.unanswered() == 0);
        if (report.unsent() > 0 && report.complete()) {
            assertThat(report.limitedBy()).isEqualTo(LimitedBy.GENERATOR);
        }
    }

    private LoadReport run(ScenarioKind kind, int lifetimeSeconds, LoadOptions options) throws Exception {
        return run(kind, behaviour(lifetimeSeconds), options, tick -> false);
    }

    private LoadReport run(ScenarioKind kind, int lifetimeSeconds, LoadOptions options, Predicate<Tick> enough)
            throws Exception {
        return run(kind, behaviour(lifetimeSeconds), options, enough);
    }

    private static Behaviour behaviour(int lifetimeSeconds) {
        Behaviour behaviour = new Behaviour();
        behaviour.polling().interval(Duration.ofSeconds(1));
        behaviour.codes().lifetime(Duration.ofSeconds(lifetimeSeconds));
        return behaviour;
    }

    private LoadReport run(ScenarioKind kind, Behaviour behaviour, LoadOptions options, Predicate<Tick> enough)
            throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            // No answer is too late here, for a machine may stand still.
            Target target =
                    TargetFile.read(server.targetFile(directory), Map.of(), List.of("http.timeout=" + ENOUGH + "s"));
            LoadRun run = new LoadRun(Resolution.of(target, List.of()), kind, options);
            return run.run(HistogramSink.NONE, tick -> {
                last = tick;
                if (enough.test(tick)) {
                    run.stop("enough was seen");
                }
            });
        }
    }

    private static LoadOptions options(int devices, int seconds) {
        return LoadOptions.defaults()
                .withDevices(devices)
                .withDuration(Duration.ofSeconds(seconds))
                .withWarmUp(Duration.ZERO);
    }
}
