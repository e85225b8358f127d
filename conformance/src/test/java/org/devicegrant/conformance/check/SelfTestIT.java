package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.Variant;
import org.devicegrant.conformance.embedded.Variants;
import org.devicegrant.conformance.flow.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All checks against all defects and all lawful variants: a defect is noticed by the checks it names, in the right words,
 * and, where one cause shows in several places, by those that {@code consequences.yaml} gives a reason for; a variant by
 * none.
 *
 * <p>Each server is met twice. Once by all checks that need no pages, expiry included; decisions are made by sending the
 * forms, since what these checks judge are answers to the device. And once, with a browser, by those that look at pages;
 * {@link OnPages} says which defects are left out there.
 *
 * <p>What is found about each server stands in {@code target/self-test.txt} as soon as it is known. {@code
 * -Dself-test.part=2/5} takes the second fifth of the servers, {@code -Dcheck=NAME-OR-REQUIREMENT} those defects.
 */
@Tag("self-test")
class SelfTestIT {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** Runs without pages mostly wait for the end of codes, once they have got through the gate. */
    private static final int MANY = 20 * PROCESSORS;

    private static final Gate GATE = new Gate(PROCESSORS);
    /** Runs with pages mostly compute. */
    private static final int FEW = 3 * PROCESSORS;

    /** So long that the first codes are still alive when the last check has begun; waiting for their end costs nothing. */
    private static final Duration WAITED_FOR = Duration.ofSeconds(45);
    /** Longer than any queue for a browser: nothing on pages waits for the end of a code. */
    private static final Duration UNHURRIED = Duration.ofMinutes(3);
    /** Waits are shared, polls are not: the longer the interval, the fewer of them. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Share SHARE = Share.wanted();

    @Test
    void eachDefectIsNoticedByNoOtherCheck() throws InterruptedException {
        assertThat(SelfTest.of("by hand", defects(), Defect::name, MANY)
                        .complaints(defect -> Findings.about(defect, byHand(defect::installInto), false)))
                .isEmpty();
    }

    @Test
    void eachDefectIsNoticedByNoOtherCheckThatLooksAtPages() throws InterruptedException {
        List<String> checks = Examined.needingPages();
        OnPages pages = new OnPages(checks);

        assertThat(SelfTest.of("on pages", defects(), Defect::name, FEW)
                        .complaints(defect -> pages.shows(defect)
                                ? Findings.about(defect, onPages(checks, defect::installInto), true)
                                : Findings.leftOut()))
                .isEmpty();
    }

    @Test
    void lawfulVariantsAreSpared() throws InterruptedException {
        assertThat(SelfTest.of("by hand", variants(), Variant::name, MANY)
                        .complaints(variant -> Findings.about(variant, byHand(variant::installInto))))
                .isEmpty();
    }

    @Test
    void lawfulVariantsAreSparedOnPages() throws InterruptedException {
        List<String> checks = Examined.lookingAtPages();

        assertThat(SelfTest.of("on pages", variants(), Variant::name, FEW)
                        .complaints(variant -> Findings.about(variant, onPages(checks, variant::installInto))))
                .isEmpty();
    }

    private static List<Defect> defects() {
        return SHARE.of(
                DefectsTest.defects().stream().filter(DefectsTest::wanted).toList());
    }

    private static List<Variant> variants() {
        return SHARE.of(Variants.all().stream()
                .filter(variant -> DefectsTest.wanted(variant.name()))
                .toList());
    }

    private static ConformanceRun.Outcome byHand(Consumer<Behaviour> bend) {
        RunOptions options = RunOptions.defaults().waitingAtMost(UNHURRIED);
        Behaviour bent = bent(WAITED_FOR, bend);
        try (Gate.Pass pass = GATE.enter()) {
            return Proof.run(bent, options, Clock.system(), pass, "approval.by=manual");
        }
    }

    private static ConformanceRun.Outcome onPages(List<String> checks, Consumer<Behaviour> bend) {
        RunOptions options = RunOptions.defaults().waitingAtMost(UNHURRIED).including(checks);
        return Proof.run(bent(UNHURRIED, bend), options, Clock.system(), RunListener.silent());
    }

    private static Behaviour bent(Duration lifetime, Consumer<Behaviour> bend) {
        Behaviour behaviour = Proof.behaviour();
        behaviour.codes().lifetime(lifetime);
        behaviour.polling().interval(INTERVAL);
        bend.accept(behaviour);
        return behaviour;
    }
}
