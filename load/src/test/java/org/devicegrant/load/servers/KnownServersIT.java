package org.devicegrant.load.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.devicegrant.load.approval.Sessions;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.scenario.LoadOptions.Wave;
import org.devicegrant.load.scenario.ScenarioKind;
import org.devicegrant.reports.model.LoadFindings.Approvals;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Waiting devices and a few approvals on servers that somebody else wrote. Nothing is asserted that depends on how fast
 * anything is: every device is accounted for, whoever was approved has a token, and no rule is broken but those that the
 * committed expectations name.
 */
@Tag("real-servers")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts that start the servers are for a Unix shell")
@Isolated("the servers and their devices take all processors")
class KnownServersIT {
    private static final int WAITING = 20;
    private static final int APPROVED = 6;
    /** The store in memory keeps a hundred. */
    private static final int TOO_MANY = 120;

    /** All of them at once, since devices mostly wait. */
    private static final ExecutorService HANDS = Executors.newCachedThreadPool();

    private static final Map<KnownServer, Future<List<ShortLoad>>> RUNS = new EnumMap<>(KnownServer.class);

    @BeforeAll
    static void loadThemAll() {
        for (KnownServer server : KnownServer.values()) {
            if (server.obstacle().isEmpty()) {
                RUNS.put(server, HANDS.submit(() -> load(server)));
            }
        }
    }

    @AfterAll
    static void stop() {
        HANDS.shutdownNow();
    }

    private static List<ShortLoad> load(KnownServer server) throws Exception {
        Wave all = new Wave(1, 1, Duration.ofSeconds(2), Sessions.OWN, 1);
        try (ServerScript running = server.start()) {
            if (server == KnownServer.SPRING_MEMORY) {
                return List.of(
                        ShortLoad.run(server, ScenarioKind.STEADY, TOO_MANY, all, tick -> tick.beyondLoad() > 0));
            }
            Callable<ShortLoad> wave =
                    () -> ShortLoad.run(server, ScenarioKind.APPROVAL_WAVE, APPROVED, all, tick -> tick.devices() == 0);
            Future<ShortLoad> approved = HANDS.submit(wave);
            ShortLoad steady =
                    ShortLoad.run(server, ScenarioKind.STEADY, WAITING, all, KnownServersIT::everybodyWaited);
            return List.of(steady, approved.get());
        }
    }

    private static boolean everybodyWaited(Tick tick) {
        return tick.answers().of(AnswerKind.AUTHORIZED) >= WAITING
                && tick.answers().of(AnswerKind.PENDING) >= 3 * WAITING;
    }

    @ParameterizedTest
    @EnumSource
    void breaksTheRulesThatAreKnownAndNoOther(KnownServer server) throws Exception {
        List<BrokenRule> known = BrokenRule.of(server);

        List<LoadInvariant> broken = runs(server).stream()
                .flatMap(run -> run.report().violations().stream())
                .filter(invariant -> invariant.count() > 0)
                .toList();

        assertThat(broken)
                .filteredOn(invariant ->
                        known.stream().noneMatch(rule -> rule.rule().equals(invariant.id())))
                .as("rules that are broken, and not known to be")
                .isEmpty();
        assertThat(broken)
                .extracting(LoadInvariant::id)
                .as("rules that are known to be broken")
                .containsAll(known.stream()
                        .filter(BrokenRule::always)
                        .map(BrokenRule::rule)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = "SPRING_MEMORY", mode = EnumSource.Mode.EXCLUDE)
    void everyWaitingDeviceIsAccountedFor(KnownServer server) throws Exception {
        ShortLoad steady = runs(server).get(0);

        assertThat(steady.answers().of(AnswerKind.AUTHORIZED)).isEqualTo(WAITING);
        assertThat(steady.answers().failures()).isZero();
        assertThat(steady.answers().polls()).isEqualTo(steady.answers().of(AnswerKind.PENDING));
        assertThat(steady.last().devices()).isEqualTo(WAITING);
        // What came after the last look is in the report as well, at most one answer for each device.
        assertThat(steady.told("device_authorization")).isEqualTo(WAITING);
        assertThat(steady.told("authorization_pending") - steady.answers().of(AnswerKind.PENDING))
                .isBetween(0L, (long) WAITING);
        assertThat(steady.report().exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "SPRING_MEMORY", mode = EnumSource.Mode.EXCLUDE)
    void whoeverWasApprovedHasAToken(KnownServer server) throws Exception {
        ShortLoad wave = runs(server).get(1);

        Approvals approvals = wave.report().findings().approvals();
        assertThat(approvals.problems()).isEmpty();
        assertThat(approvals.planned()).isEqualTo(APPROVED);
        assertThat(approvals.confirmed()).isEqualTo(APPROVED);
        assertThat(wave.answers().of(AnswerKind.AUTHORIZED)).isEqualTo(APPROVED);
        assertThat(wave.answers().of(AnswerKind.TOKEN)).isEqualTo(APPROVED);
        assertThat(wave.answers().failures()).isZero();
        assertThat(wave.told("token")).isEqualTo(APPROVED);
        assertThat(wave.report().exitCode()).isZero();
    }

    private static List<ShortLoad> runs(KnownServer server) throws Exception {
        assumeTrue(RUNS.containsKey(server), server.obstacle());
        List<ShortLoad> runs = RUNS.get(server).get();
        for (ShortLoad run : runs) {
            // A machine that had no time for it says so, and then nothing was learnt.
            assumeTrue(
                    run.settled() || run.report().limitedBy() != LimitedBy.GENERATOR,
                    () -> server.id() + ": " + run.report().conclusions());
            assertThat(run.settled())
                    .as("saw enough: %s", run.report().conclusions())
                    .isTrue();
        }
        return runs;
    }
}
