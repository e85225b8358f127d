package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.Variant;
import org.devicegrant.conformance.embedded.Variants;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All checks against all defects and all lawful variants: a defect is noticed by the checks it names and, where one cause
 * shows in several places, by those that {@code consequences.yaml} gives a reason for; a variant by none. That each
 * defect is noticed in the right words is proved by {@link DefectsTest}.
 */
@Tag("self-test")
class SelfTestIT {
    /** Runs without pages mostly wait. */
    private static final int MANY = 40;
    /** Runs with pages mostly compute. */
    private static final int FEW = 6;
    /** Longer than any queue for a browser: nothing here waits for the end of a code. */
    private static final Duration UNHURRIED = Duration.ofMinutes(3);

    private static final Consequences CONSEQUENCES = Consequences.load();

    @Test
    void overHttpNoCheckBlamesADefectThatIsNotItsBusiness() throws InterruptedException {
        assertThat(Examined.each(DefectsTest.defects(), MANY, SelfTestIT::overHttp))
                .as("checks that blame a defect for something else")
                .isEmpty();
    }

    private static List<String> overHttp(Defect defect) {
        Behaviour behaviour = Proof.behaviour();
        defect.installInto(behaviour);
        return surprises(defect, Proof.runWithin(Duration.ofMinutes(2), behaviour, List.of(), "approval.by=none"));
    }

    @Test
    void onPagesNoCheckBlamesADefectThatIsNotItsBusiness() throws InterruptedException {
        List<String> checks = Examined.onPages();
        List<Defect> ofPages = DefectsTest.defects().stream()
                .filter(defect -> !Collections.disjoint(defect.flaggedBy(), checks))
                .toList();

        assertThat(Examined.each(ofPages, FEW, defect -> onPages(defect, Examined.like(defect.flaggedBy(), checks))))
                .as("checks that blame a defect for something else")
                .isEmpty();
    }

    private static List<String> onPages(Defect defect, Collection<String> checks) {
        Behaviour behaviour = Proof.behaviour();
        behaviour.codes().lifetime(UNHURRIED);
        defect.installInto(behaviour);
        return surprises(defect, Proof.runWithin(Duration.ofMinutes(2), behaviour, checks));
    }

    private static List<String> surprises(Defect defect, ConformanceRun.Outcome outcome) {
        return findings(outcome)
                .filter(result -> !CONSEQUENCES.explain(defect, result.id()))
                .map(result -> defect.name() + " by " + result.id() + ": " + result.message())
                .toList();
    }

    private static Stream<CheckResult> findings(ConformanceRun.Outcome outcome) {
        assertThat(outcome.faults()).as("faults of the harness").isEmpty();
        return outcome.report().results().stream()
                .filter(result -> result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARNING)
                .filter(result -> !result.id().equals(Proof.LIFETIME_CHOICE));
    }

    @Test
    void lawfulVariantsAreSparedOnPagesToo() throws InterruptedException {
        List<String> checks = Examined.onPages();

        assertThat(Examined.each(Variants.all(), FEW, variant -> failures(variant, checks)))
                .as("false alarms")
                .isEmpty();
    }

    private static List<String> failures(Variant variant, Collection<String> checks) {
        Behaviour behaviour = Proof.behaviour();
        behaviour.codes().lifetime(UNHURRIED);
        variant.installInto(behaviour);
        return findings(Proof.runWithin(Duration.ofMinutes(2), behaviour, checks))
                .filter(result -> result.verdict() == Verdict.FAIL)
                .map(result -> variant.name() + " by " + result.id() + ": " + result.message())
                .toList();
    }
}
