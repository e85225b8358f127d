package org.devicegrant.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.reports.SampleRun;
import org.devicegrant.reports.compare.RunDiff.Circumstance;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.RunReport.Target;
import org.devicegrant.reports.model.RunReport.Tool;
import org.junit.jupiter.api.Test;

/** What else was different between two runs, and who is therefore said to have moved. */
class CircumstancesTest {
    private static final RunReport BEFORE = SampleRun.with(0, true, List.of(SampleRun.passing("a")));

    @Test
    void everythingThatWasDifferentIsTold() {
        RunReport after = run(
                new Tool("device-grant", "0.2.0", "2027.01", "21.0.1", "Chromium 140"),
                new Target("production", "https://other.example", "https://other.example/t", null, false),
                "security",
                false,
                BEFORE.results());

        assertThat(RunDiff.of(BEFORE, after).circumstances())
                .containsExactly(
                        new Circumstance("harness", "device-grant 0.1.0", "device-grant 0.2.0", true),
                        new Circumstance("catalogue", "2026.11", "2027.01", true),
                        new Circumstance("Java", "17.0.15", "21.0.1", true),
                        new Circumstance("browser", "HtmlUnit 5.5.0", "Chromium 140", true),
                        new Circumstance("profile", "all", "security", true),
                        new Circumstance("cut short", "no", "yes", true),
                        new Circumstance("target", "staging", "production", false),
                        new Circumstance("issuer", "https://as.example/tenant", "https://other.example", false),
                        new Circumstance(
                                "token endpoint", "https://as.example/token", "https://other.example/t", false),
                        new Circumstance(
                                "device authorization endpoint",
                                "https://as.example/device_authorization",
                                "null",
                                false));
    }

    @Test
    void twoServersAreSaidToBeTwo() {
        Target other = new Target("staging", "https://other.example", null, null, false);

        assertThat(RunDiff.of(BEFORE, run(BEFORE.tool(), other, "all", true, BEFORE.results()))
                        .mover())
                .isEqualTo("These are two different servers.");
        assertThat(RunDiff.of(BEFORE, run(BEFORE.tool(), other, "core", true, BEFORE.results()))
                        .mover())
                .isEqualTo("These are two different servers, and the harness was changed in between.");
    }

    @Test
    void aHarnessThatWasChangedMayBeWhatMoved() {
        assertThat(RunDiff.of(BEFORE, withProfile(BEFORE.results())).mover())
                .isEqualTo("The harness was changed in between, and every verdict is the same.");

        CheckResult failing = SampleRun.failing("a");
        RunReport before = SampleRun.with(0, true, List.of(withVerdictOf(SampleRun.passing("a"), failing)));
        assertThat(RunDiff.of(before, withProfile(List.of(failing))).mover())
                .isEqualTo("The harness was changed in between; no requirement behind a changed result was reworded, so"
                        + " the server is the likelier cause.");
    }

    /** The result of one with the rule of the other. */
    private static CheckResult withVerdictOf(CheckResult result, CheckResult rule) {
        return SampleRun.result(rule.id(), rule.group(), rule.level(), result.verdict(), result.message(), null);
    }

    private static RunReport withProfile(List<CheckResult> results) {
        return run(BEFORE.tool(), BEFORE.target(), "core", true, results);
    }

    private static RunReport run(
            Tool tool, Target target, String profile, boolean complete, List<CheckResult> results) {
        return new RunReport(
                tool,
                target,
                profile,
                BEFORE.started(),
                BEFORE.durationMs(),
                BEFORE.exitCode(),
                complete,
                results,
                BEFORE.clients(),
                BEFORE.dialect(),
                BEFORE.polling(),
                BEFORE.criticalPathMs(),
                BEFORE.notes());
    }
}
