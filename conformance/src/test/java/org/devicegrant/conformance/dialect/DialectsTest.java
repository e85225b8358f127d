package org.devicegrant.conformance.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.devicegrant.conformance.check.Proof;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Variant;
import org.devicegrant.conformance.embedded.Variants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.login.Stage;
import org.devicegrant.reports.ConsoleSummary;
import org.devicegrant.reports.Terminal;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each dialect is recognised by what it says, and nobody else is taken for its speaker. */
class DialectsTest {
    @TestFactory
    Stream<DynamicTest> eachDialectIsRecognised() {
        return DialectPresets.all().entrySet().stream()
                .map(preset -> dynamicTest(preset.getKey(), () -> {
                    Behaviour behaviour = Stage.patient();
                    preset.getValue().accept(behaviour);

                    assertThat(heard(behaviour).map(Heard::sentence))
                            .hasValueSatisfying(sentence -> assertThat(sentence)
                                    .startsWith("this server speaks the dialect " + preset.getKey() + ": "));
                }));
    }

    @TestFactory
    Stream<DynamicTest> noLawfulServerIsTakenForASpeaker() {
        return Stream.concat(Stream.of(new Variant("conforming", "it is made so", b -> {})), alike())
                .map(variant -> dynamicTest(variant.name(), () -> {
                    Behaviour behaviour = Stage.patient();
                    variant.installInto(behaviour);

                    assertThat(heard(behaviour)).isEmpty();
                }));
    }

    /** Those that could be mistaken. */
    private static Stream<Variant> alike() {
        Set<String> names = Set.of(
                "sendsMembersOfItsOwn",
                "sendsNoCompleteUri",
                "explainsErrorsByUri",
                "sendsBareErrors",
                "sendsNoInterval");
        List<Variant> alike = Variants.all().stream()
                .filter(variant -> names.contains(variant.name()))
                .toList();
        assertThat(alike).hasSameSizeAs(names);
        return alike.stream();
    }

    @Test
    void aRunNamesTheDialectOnceAndWhatItExplains() {
        Behaviour behaviour = Proof.behaviour();
        DialectPresets.all().get("github-200").accept(behaviour);

        RunReport report = Proof.run(behaviour, List.of("6749-5.2-error-status-400", "8628-3.5-first-poll-at-once"))
                .report();

        assertThat(report.dialect()).isNotNull().satisfies(dialect -> {
            assertThat(dialect.name()).isEqualTo("github-200");
            assertThat(dialect.explains()).contains("6749-5.2-error-status-400");
            assertThat(dialect.exchanges()).isNotEmpty();
        });
        assertThat(new ConsoleSummary(new Terminal(400, false)).render(report, "index.html"))
                .contains("This server speaks the dialect github-200, which explains 1 of 1 failures: ");
        assertThat(report.counts()).containsEntry(Verdict.FAIL, 1);
    }

    private static Optional<Heard> heard(Behaviour behaviour) {
        try (Stage stage = new Stage(behaviour)) {
            Devices devices = stage.devices();
            Answer start = devices.wire().send(devices.request());
            if (start.codes()) {
                Device device = devices.device(devices.main(), start);
                device.pollOnce();
                device.pollOnce();
            }
            return Dialects.heard(stage.station().transcript().grantAnswers());
        }
    }
}
