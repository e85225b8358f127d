package org.devicegrant.conformance.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.devicegrant.conformance.check.Proof;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.reports.model.RunReport.ClientResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each known client can be locked out, and is then the one that is named. */
class WhoCanLogInTest {
    private static final String GO = "golang.org/x/oauth2";

    @Test
    void everybodyLogsInAtTheConformingServer() {
        List<ClientResult> results = judged(Stage.patient());

        assertThat(results).hasSameSizeAs(KnownClients.all());
        assertThat(results)
                .filteredOn(result -> !result.client().equals(GO))
                .allSatisfy(result -> assertThat(result)
                        .as(result.breaksOn())
                        .extracting(ClientResult::verdict)
                        .isEqualTo(Verdict.PASS));
    }

    @Test
    void goSendsEachPollTwiceWhereAnEmptySecretIsServed() {
        assertThat(result(GO, judged(Stage.patient())))
                .satisfies(result -> assertThat(result.verdict()).isEqualTo(Verdict.WARNING))
                .satisfies(result -> assertThat(result.breaksOn()).contains("is slowed down by 5 s in every round"));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> eachDefectLocksOutThoseItNamesAndNobodyElse() {
        return ClientDefects.all().stream().map(defect -> dynamicTest(defect.name(), () -> locksOut(defect)));
    }

    private static void locksOut(ClientDefect defect) {
        Behaviour behaviour = Stage.patient();
        defect.install().accept(behaviour);

        List<ClientResult> results = judged(behaviour);

        List<ClientResult> lockedOut = results.stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .toList();
        assertThat(lockedOut).extracting(ClientResult::client).containsExactlyInAnyOrderElementsOf(defect.lockedOut());
        assertThat(lockedOut).allSatisfy(result -> {
            assertThat(result.breaksOn()).matches(glob(defect.message()));
            assertThat(result.exchanges()).isNotEmpty();
            assertThat(result.source()).isNotEmpty();
        });
    }

    private static String glob(String glob) {
        return "(?si)" + Pattern.quote(glob).replace("*", "\\E.*\\Q");
    }

    @Test
    void everyClientCanBeLockedOut() {
        Set<String> lockedOut = ClientDefects.all().stream()
                .flatMap(defect -> defect.lockedOut().stream())
                .collect(Collectors.toSet());

        assertThat(lockedOut)
                .containsExactlyInAnyOrderElementsOf(
                        KnownClients.all().stream().map(KnownClient::name).toList());
        assertThat(ClientDefects.all()).extracting(ClientDefect::name).doesNotHaveDuplicates();
    }

    @Test
    void withoutALoginNobodyIsJudged() {
        try (Stage stage = new Stage(Stage.patient())) {
            stage.devices().start().poll();

            assertThat(WhoCanLogIn.judge(new Evidence(stage.protocol(), stage.answers(), Rehearsal.none())))
                    .allSatisfy(result -> {
                        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                        assertThat(result.breaksOn()).contains("has not seen the token response");
                    });
        }
    }

    @Test
    void aRunThatSeesALoginFillsTheTable() {
        assertThat(Proof.run(Proof.behaviour(), List.of("8628-3.5-success-after-approval"))
                        .report()
                        .clients())
                .hasSameSizeAs(KnownClients.all())
                .extracting(ClientResult::verdict)
                .doesNotContain(Verdict.FAIL);
    }

    @Test
    void aRunThatSeesNoLoginLeavesItOut() {
        assertThat(Proof.run(Proof.behaviour(), List.of("8628-3.2-device-code-present"))
                        .report()
                        .clients())
                .isEmpty();
    }

    private static List<ClientResult> judged(Behaviour behaviour) {
        try (Stage stage = new Stage(behaviour)) {
            Devices devices = stage.devices();
            Rehearsal rehearsal = Rehearsal.of(devices);
            Device device = devices.start();
            stage.approve(device);
            device.poll();
            return WhoCanLogIn.judge(new Evidence(stage.protocol(), stage.answers(), rehearsal));
        }
    }

    private static ClientResult result(String client, List<ClientResult> results) {
        return results.stream()
                .filter(one -> one.client().equals(client))
                .findFirst()
                .orElseThrow();
    }
}
