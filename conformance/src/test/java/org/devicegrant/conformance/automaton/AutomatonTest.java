package org.devicegrant.conformance.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Throttle;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.login.Stage;
import org.devicegrant.reports.model.RunReport.Polling;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is inferred is what was configured, or nothing. */
class AutomatonTest {
    /**
     * A server and what is true of it: for each measure a beginning that the statement must have, or "unknown".
     *
     * @param tolerance what the true tolerance is, null if there is none
     */
    private record Case(String name, Consumer<Behaviour> install, Duration tolerance, Map<String, String> truth) {}

    private static final String UNKNOWN = "unknown";
    private static final Duration QUARTER = Duration.ofMillis(250);

    private static final List<Case> CASES = List.of(
            new Case(
                    "counts from any poll",
                    b -> {},
                    QUARTER,
                    Map.of(
                            "throttle", "per code",
                            "window_start", "any poll",
                            "penalty", "none",
                            "latches", "yes")),
            new Case(
                    "tolerates nothing",
                    b -> b.polling().tolerance(Duration.ZERO),
                    Duration.ZERO,
                    Map.of("throttle", "per code", "window_start", "any poll", "penalty", "none", "latches", "yes")),
            new Case(
                    "tolerates a third",
                    b -> b.polling().tolerance(Duration.ofSeconds(10)),
                    Duration.ofSeconds(10),
                    Map.of("throttle", "per code", "window_start", "any poll", "penalty", "none", "latches", "yes")),
            new Case(
                    "counts from accepted polls",
                    b -> b.polling().throttle(Throttle.restartedByAcceptedPolls()),
                    QUARTER,
                    Map.of(
                            "throttle", "per code",
                            "window_start", "the last accepted poll",
                            "penalty", "none",
                            "latches", "yes")),
            new Case(
                    "counts from issuance",
                    b -> b.polling().throttle(Throttle.fromIssuance()),
                    QUARTER,
                    Map.of("throttle", "per code", "window_start", "any poll", "penalty", "none", "latches", "yes")),
            new Case(
                    "adds five seconds each time",
                    b -> b.polling().throttle(Throttle.addingPerSlowDown(Duration.ofSeconds(5))),
                    QUARTER,
                    Map.of(
                            "throttle", "per code",
                            "window_start", "any poll",
                            "penalty", "escalating",
                            "latches", "yes")),
            new Case(
                    "adds five seconds once",
                    b -> b.polling().throttle(AutomatonTest::addingOnce),
                    QUARTER,
                    Map.of("throttle", "per code", "window_start", "any poll", "penalty", "fixed", "latches", "yes")),
            new Case(
                    "doubles each time",
                    b -> b.polling().throttle(Throttle.multiplyingPerSlowDown(2)),
                    QUARTER,
                    Map.of("throttle", "per code")),
            new Case(
                    "latches",
                    b -> b.polling().throttle(Throttle.latched()),
                    QUARTER,
                    Map.of("throttle", "per code", "latches", "none seen", "penalty", UNKNOWN)),
            new Case(
                    "throttles clients",
                    b -> b.polling().throttle(Throttle.perClient()),
                    null,
                    Map.of("throttle", "per client", "window_start", UNKNOWN, "penalty", UNKNOWN)),
            new Case(
                    "never throttles",
                    b -> b.polling().throttle(Throttle.none()),
                    null,
                    Map.of("throttle", "none seen", "penalty", "none", "window_start", UNKNOWN, "latches", UNKNOWN)),
            new Case(
                    "always throttles",
                    b -> b.polling().throttle(poll -> true),
                    null,
                    Map.of("throttle", UNKNOWN, "penalty", UNKNOWN, "window_start", UNKNOWN, "latches", UNKNOWN)),
            new Case(
                    "throttles the slow",
                    b -> b.polling().throttle(Throttle.inverted()),
                    null,
                    Map.of("throttle", UNKNOWN, "penalty", UNKNOWN, "window_start", UNKNOWN)));

    private static boolean addingOnce(Poll poll) {
        DeviceGrant grant = poll.grant();
        Duration least = poll.interval().plusSeconds(grant.slowDowns() > 0 ? 5 : 0);
        boolean soon =
                grant.lastPoll().filter(last -> poll.soonerThan(least, last)).isPresent();
        grant.lastPoll(poll.at());
        grant.slowDowns(grant.slowDowns() + (soon ? 1 : 0));
        return soon;
    }

    @TestFactory
    Stream<DynamicTest> theConfiguredThrottleIsRecovered() {
        return CASES.stream().map(one -> dynamicTest(one.name(), () -> recovers(one)));
    }

    /** A machine that is too busy learns less than there is to learn: it is asked again, and may never say what is wrong. */
    private static void recovers(Case one) {
        Polling polling = learnt(one, Duration.ZERO);
        for (int again = 0; again < 3 && !complete(polling, one); again++) {
            assertNothingWrong(polling, one);
            polling = learnt(one, Duration.ZERO);
        }
        assertNothingWrong(polling, one);
        assertThat(complete(polling, one)).as("unknown: %s", polling.unknown()).isTrue();
        assertThat(polling.timeline()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aSlowMachineLearnsLessAndNothingWrong() {
        return CASES.stream()
                .map(one ->
                        dynamicTest(one.name(), () -> assertNothingWrong(learnt(one, Duration.ofSeconds(12)), one)));
    }

    private static Polling learnt(Case one, Duration lateness) {
        Behaviour behaviour = Stage.patient();
        one.install().accept(behaviour);
        try (Stage stage = new Stage(behaviour, lateness)) {
            Probes.make(stage.devices());
            return inferred(stage);
        }
    }

    private static void assertNothingWrong(Polling polling, Case one) {
        one.truth().forEach((name, truth) -> {
            String said = said(polling, name);
            if (said.isEmpty()) {
                assertThat(polling.unknown()).as("%s is explained", name).containsKey(name);
            } else {
                assertThat(said).as("%s", name).startsWith(truth);
            }
        });
        assertTolerance(polling, one.tolerance());
    }

    private static boolean complete(Polling polling, Case one) {
        return one.truth().entrySet().stream()
                        .allMatch(truth -> truth.getValue().equals(UNKNOWN)
                                || !said(polling, truth.getKey()).isEmpty())
                && (one.tolerance() == null || polling.toleranceMs() != null);
    }

    private static String said(Polling polling, String name) {
        return Map.of(
                        "throttle", text(polling.throttle()),
                        "window_start", text(polling.windowStart()),
                        "penalty", text(polling.penalty()),
                        "latches", text(polling.latches()))
                .get(name);
    }

    private static String text(String words) {
        return Objects.requireNonNullElse(words, "");
    }

    private static void assertTolerance(Polling polling, Duration truth) {
        if (truth != null && polling.toleranceMs() != null) {
            assertThat(truth.toMillis())
                    .isBetween(
                            polling.toleranceMs().get(0), polling.toleranceMs().get(1));
        }
    }

    @Test
    void thePenaltyIsMeasured() {
        Case adding = CASES.stream()
                .filter(one -> one.name().equals("adds five seconds each time"))
                .findFirst()
                .orElseThrow();
        List<Long> step = null;
        for (int again = 0; again < 4 && step == null; again++) {
            step = learnt(adding, Duration.ZERO).penaltyStepMs();
        }

        assertThat(step).satisfies(bounds -> assertThat(5_000L).isBetween(bounds.get(0), bounds.get(1)));
    }

    @Test
    void lifetimeAndPurgeAreBounded() {
        Behaviour behaviour = Stage.patient();
        behaviour.codes().purgeAfter(Duration.ofMinutes(10));
        try (Stage stage = new Stage(behaviour)) {
            Device device = stage.devices().start().outliving();
            while (device.life().leftAtLeast().compareTo(Duration.ofMinutes(-15)) > 0) {
                device.pollOnceAfter(Duration.ofMinutes(1));
            }

            Polling polling = inferred(stage);
            assertThat(polling.lifetimeMs())
                    .satisfies(life -> assertThat(3_600_000L).isBetween(life.get(0), life.get(1)));
            assertThat(polling.purgeMs())
                    .satisfies(purge -> assertThat(600_000L).isBetween(purge.get(0), purge.get(1)));
            assertThat(polling.unknown()).containsKeys("user_code_lifetime_ms", "precedence");
        }
    }

    @Test
    void codesThatLiveUnequallyLongHaveNoLifetime() {
        Behaviour behaviour = Stage.patient();
        behaviour.codes().expiry(Expiry.extendedByPolls(Duration.ofHours(1)));
        try (Stage stage = new Stage(behaviour)) {
            Device polled = stage.devices().start();
            Device untouched = stage.devices().start();
            polled.pause(Duration.ofMinutes(50)).pollOnce();
            untouched.outliving().pause(Duration.ofMinutes(11)).pollOnce();
            polled.pause(Duration.ofMinutes(3)).pollOnce();

            Polling polling = inferred(stage);
            assertThat(polling.lifetimeMs()).isNull();
            assertThat(polling.unknown().get("lifetime_ms")).startsWith("not every code lives equally long");
        }
    }

    @Test
    void expiryDecisionAndSpeedAreOrdered() {
        assertThat(precedence(b -> {})).isEqualTo("decision before speed; expiry before speed");
        assertThat(precedence(b -> b.polling().throttledBeforeExpiry(true))).isEqualTo("speed before expiry");
    }

    private static String precedence(Consumer<Behaviour> install) {
        Behaviour behaviour = Stage.patient();
        install.accept(behaviour);
        try (Stage stage = new Stage(behaviour)) {
            Probes.make(stage.devices());
            Device approved = stage.devices().start();
            approved.pollOnce();
            stage.approve(approved);
            approved.pollOnce();
            Device expired = stage.devices().start();
            expired.waitPastExpiry(Duration.ofMinutes(1)).pollOnce();
            expired.pollOnce();
            expired.pollOnce();
            return text(inferred(stage).precedence());
        }
    }

    private static Polling inferred(Stage stage) {
        return Objects.requireNonNull(
                Automaton.infer(stage.station().transcript(), stage.devices().request(), List.of()));
    }
}
