package org.devicegrant.load.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.measure.Metric;
import org.devicegrant.load.measure.Percentiles;
import org.devicegrant.load.measure.Silences;
import org.devicegrant.load.measure.Timeline;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.Outcome;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.load.scenario.Stage;
import org.devicegrant.load.step.Invariant;
import org.devicegrant.load.step.Violations;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.reports.Caution;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.devicegrant.reports.model.LoadReport.LoadSlice;
import org.devicegrant.reports.model.LoadSettings;

/** Makes the report of a run. */
public final class ReportAssembly {
    private final ScenarioKind scenario;
    private final Stage stage;
    private final Instant started;

    /** For a run of that scenario that started then. */
    public ReportAssembly(ScenarioKind scenario, Stage stage, Instant started) {
        this.scenario = scenario;
        this.stage = stage;
        this.started = started;
    }

    /** The report. */
    public LoadReport report(Outcome outcome) {
        Measured measured = outcome.measured();
        LoadOptions options = stage.options();
        Guards guards = Guards.of(measured, stage.announced().interval(), options.connections(), stage.ceiling());
        Ending ending = Ending.of(outcome, options.objectives(), guards);
        LoadReport draft = new LoadReport(
                new LoadReport.Tool("device-grant", version(), Objects.toString(Runtime.version())),
                target(stage.target()),
                scenario.word(),
                settings(outcome),
                started,
                measured.seconds(),
                ending.stopped() == null,
                ending.stopped(),
                ending.exitCode(),
                outcome.offered(),
                measured.pollsPerSecond(),
                Percentiles.of(measured.distribution(Metric.LATENCY)),
                Percentiles.of(measured.distribution(Metric.LATENESS)),
                Percentiles.of(measured.distribution(Metric.CONNECTING)),
                Percentiles.of(measured.distribution(Metric.ISSUANCE)),
                Percentiles.of(measured.distribution(Metric.REDEMPTION)),
                words(measured.answers()),
                measured.unanswered(),
                measured.unsent(),
                ending.errors(),
                violations(measured.violations()),
                ending.objectives(),
                ending.limitedBy(),
                GeneratorHealth.of(measured, guards, stage.ceiling()),
                measured.slices().stream().map(ReportAssembly::slice).toList(),
                outcome.findings(),
                List.of(),
                notes(outcome));
        return Conclusions.drawn(draft);
    }

    private static LoadReport.Target target(LoadTarget target) {
        return new LoadReport.Target(
                target.name(),
                target.issuer() == null ? null : target.issuer().toString(),
                target.tokenEndpoint().toString(),
                target.deviceAuthorizationEndpoint().toString());
    }

    private LoadSettings settings(Outcome outcome) {
        LoadOptions options = stage.options();
        return new LoadSettings(
                options.devices(),
                stage.announced().interval().toMillis(),
                options.pad().toMillis(),
                outcome.ramp().toMillis(),
                options.duration().toMillis(),
                options.connections().word(),
                stage.target().clients().stream()
                        .map(client ->
                                client.name() + " (" + client.authentication().method() + ")")
                        .toList(),
                options.seed(),
                options.shard().index(),
                options.shard().of(),
                stage.announced().lifetime().toSeconds());
    }

    private static Map<String, Long> words(Answers answers) {
        Map<String, Long> words = new LinkedHashMap<>();
        for (AnswerKind kind : AnswerKind.values()) {
            words.put(kind.word(), answers.of(kind));
        }
        return words;
    }

    /** Only kinds that came: hundreds of slices with a dozen zeros each help nobody. */
    private static Map<String, Long> present(Answers answers) {
        Map<String, Long> words = words(answers);
        words.values().removeIf(count -> count == 0);
        return words;
    }

    private static List<LoadInvariant> violations(Violations violations) {
        return Arrays.stream(Invariant.values())
                .map(invariant -> new LoadInvariant(
                        invariant.id(),
                        invariant.sentence(),
                        violations.count(invariant),
                        violations.examples(invariant)))
                .toList();
    }

    private static LoadSlice slice(Timeline.Slice slice) {
        return new LoadSlice(
                slice.startSeconds(),
                slice.seconds(),
                present(slice.answers()),
                slice.p50Micros() / 1000.0,
                slice.p99Micros() / 1000.0,
                slice.maxMicros() / 1000.0,
                slice.latenessP99Micros() / 1000.0);
    }

    private List<String> notes(Outcome outcome) {
        List<String> notes = new ArrayList<>();
        if (stage.target().reach().insecure()) {
            notes.add(Caution.INSECURE);
        }
        notes.addAll(outcome.notes());
        Map<String, Long> silences = outcome.measured().silences();
        if (!silences.isEmpty()) {
            notes.add("Requests without an answer: " + Silences.text(silences) + ".");
        }
        if (stage.ceiling() == null) {
            notes.add("The generator did not warm up: its own start is part of the figures.");
        } else if (!stage.ceiling().warm()) {
            notes.add("The generator warmed up only in part; at high rates, warm up longer.");
        }
        if (outcome.measured().health() != null
                && !outcome.measured().health().unknown().isEmpty()) {
            notes.add("This machine does not say: "
                    + String.join(", ", outcome.measured().health().unknown()) + ".");
        }
        return notes;
    }

    private static String version() {
        String version = ReportAssembly.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
