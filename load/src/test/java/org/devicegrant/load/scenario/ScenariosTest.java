package org.devicegrant.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.devicegrant.load.scenario.LoadOptions.Wave;
import org.devicegrant.load.target.Resolution;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every scenario against the embedded server, small and short. */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTest {
    @TempDir
    Path directory;

    @Test
    void stormHasAllDevicesInStep() throws Exception {
        LoadReport report = run(ScenarioKind.STORM, 600, options(30, 3));

        assertThat(report.answers()).containsEntry("device_authorization", 30L);
        assertThat(report.answers().get("authorization_pending")).isBetween(1L, 90L);
        assertClean(report);
    }

    @Test
    void issuanceKeepsItsRate() throws Exception {
        LoadOptions options = options(1, 3).withWave(new Wave(40, 1, Duration.ofSeconds(1), Sessions.OWN, 1));

        LoadReport report = run(ScenarioKind.ISSUANCE, 600, options);

        assertThat(report.answers().get("device_authorization")).isBetween(60L, 125L);
        assertThat(report.latencyMs().count()).isZero();
        assertClean(report);
    }

    @Test
    void approvedDevicesGetTheirTokens() throws Exception {
        LoadOptions options = options(40, 12).withWave(new Wave(1, 0.5, Duration.ofSeconds(2), Sessions.OWN, 1));

        LoadReport report = run(ScenarioKind.APPROVAL_WAVE, 600, options);

        assertThat(report.findings().approvals()).isNotNull();
        assertThat(report.findings().approvals().problems()).isEmpty();
        assertThat(report.findings().approvals().planned()).isBetween(15L, 25L);
        assertThat(report.findings().approvals().confirmed()).isPositive();
        assertThat(report.answers().get("token"))
                .isBetween(1L, report.findings().approvals().confirmed());
        assertThat(report.approvalToTokenMs().count()).isPositive();
        assertClean(report);
    }

    @Test
    void expiredCodesAreRenewed() throws Exception {
        LoadReport report = run(ScenarioKind.EXPIRY_WAVE, 12, options(30, 6));

        assertThat(report.findings().renewal()).isNotNull();
        assertThat(report.findings().renewal().expired()).isEqualTo(30);
        assertThat(report.findings().renewal().renewed()).isEqualTo(30);
        assertThat(report.findings().renewal().recoveredAfterMs()).isBetween(0L, 8000L);
        assertClean(report);
    }

    @Test
    void theBacklogGrows() throws Exception {
        LoadOptions options = options(10, 2).withWave(new Wave(1, 1, Duration.ofSeconds(1), Sessions.OWN, 500));

        LoadReport report = run(ScenarioKind.BACKLOG, 600, options);

        assertThat(report.findings().backlog()).hasSize(2);
        assertThat(report.findings().backlog().get(0).pendingCodes()).isZero();
        assertThat(report.findings().backlog().get(1).pendingCodes()).isGreaterThanOrEqualTo(500);
        assertThat(report.findings().backlog().get(1).latencyMs().count()).isPositive();
        assertClean(report);
    }

    @Test
    void soakLooksForDrift() throws Exception {
        LoadReport report = run(ScenarioKind.SOAK, 600, options(20, 9));

        assertThat(report.findings().drift()).isNotNull();
        assertThat(report.complete()).isTrue();
        assertClean(report);
    }

    @Test
    void capacityStopsAtOnceWhenTheProtocolIsBroken() throws Exception {
        Behaviour broken = behaviour(600);
        broken.on(Endpoint.TOKEN, (request, answer) -> Answer.json(400, slowDown()));

        LoadReport report = run(ScenarioKind.CAPACITY, broken, options(10, 5));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.complete()).isFalse();
        assertThat(report.findings().capacity().trials()).hasSize(1);
        assertThat(report.conclusions().toString()).contains("the protocol was broken");
    }

    private static ObjectNode slowDown() {
        return JsonNodeFactory.instance.objectNode().put("error", "slow_down");
    }

    private static void assertClean(LoadReport report) {
        assertThat(report.violations())
                .filteredOn(invariant -> invariant.count() > 0)
                .extracting(LoadInvariant::examples)
                .isEmpty();
        // On a machine that stands still for seconds, requests may be under way at the end; none may have failed.
        assertThat(report.answers())
                .allSatisfy((word, count) -> assertThat(AnswerKind.of(word).failure() ? count : 0)
                        .as(word)
                        .isZero());
    }

    private LoadReport run(ScenarioKind kind, int lifetimeSeconds, LoadOptions options) throws Exception {
        return run(kind, behaviour(lifetimeSeconds), options);
    }

    private static Behaviour behaviour(int lifetimeSeconds) {
        Behaviour behaviour = new Behaviour();
        behaviour.polling().interval(Duration.ofSeconds(1));
        behaviour.codes().lifetime(Duration.ofSeconds(lifetimeSeconds));
        return behaviour;
    }

    private LoadReport run(ScenarioKind kind, Behaviour behaviour, LoadOptions options) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            Target target = TargetFile.read(server.targetFile(directory), Map.of(), List.of());
            return new LoadRun(Resolution.of(target, List.of()), kind, options).run(HistogramSink.NONE, tick -> {});
        }
    }

    private static LoadOptions options(int devices, int seconds) {
        return LoadOptions.defaults()
                .withDevices(devices)
                .withDuration(Duration.ofSeconds(seconds))
                .withWarmUp(Duration.ZERO);
    }
}
