package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.devicegrant.load.capacity.Attempt;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.devicegrant.load.capacity.Crowd;
import org.devicegrant.load.capacity.Judgement;
import org.devicegrant.load.capacity.Trials;
import org.devicegrant.load.capacity.Verdict;
import org.devicegrant.load.capacity.Windows;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.StopSignal;
import org.devicegrant.load.run.Tick;
import org.devicegrant.load.run.TrialPlan;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.step.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Trials of a search on the wire. Numbers of devices are of such that wait exactly the interval; more of them are played,
 * each of which waits the pad besides, so that the polls per second are the same.
 */
final class CapacityTrials implements Trials {
    private static final Duration SETTLING = Duration.ofSeconds(1);
    private static final int CODES_PER_SECOND = 200;
    /** After an overload the server first has to get through its line. */
    private static final Duration MOST_REST = Duration.ofSeconds(30);

    private static final Duration REST = Duration.ofSeconds(2);

    private final Stage stage;
    private final Judgement judgement;
    private final Crowd crowd;
    private final Violations violations = new Violations();
    private final long deadline;
    private final NavigableMap<Integer, Measured> carried = new TreeMap<>();
    private @Nullable Measured last;
    private int invalid;

    CapacityTrials(Stage stage, Objectives objectives) {
        this.stage = stage;
        this.judgement = new Judgement(objectives, stage.announced().interval());
        this.crowd = new Crowd(stage.target().clients());
        this.deadline =
                stage.clock().nanos() + stage.options().limits().duration().toNanos();
    }

    @Override
    public Attempt play(Kind kind, int devices) {
        TrialPlan plan = plan(kind, devices);
        Windows windows = new Windows(plan.countFrom(), windows(kind));
        StopSignal ends = stage.stop().trial();
        if (stage.clock().nanos() + plan.end().toNanos() - deadline > 0) {
            ends.raise("the cap on the run's duration, --max-duration, is reached");
        }
        Measured measured = stage.play(plan, ends, windows, tick -> watch(tick, windows, ends));
        Guards guards = Guards.of(
                measured, stage.announced().interval(), stage.options().connections(), stage.ceiling());
        Attempt attempt = judgement.judge(kind, devices, offered(devices), measured, windows, guards);
        violations.addAll(measured.violations());
        return remember(attempt, measured);
    }

    /** The trial whose figures are the run's: the last with so many devices that passed, or else the last of all. */
    Measured figures(int devices) {
        Measured chosen = carried.getOrDefault(devices, last);
        if (chosen == null) {
            throw new IllegalStateException("a search plays at least one trial");
        }
        return chosen.with(violations);
    }

    /** Why the last trial ended before its time, if that ended the run. */
    @Nullable String stopped() {
        return last == null ? null : last.stopped();
    }

    /** Whether the generator's memory ran out in it. */
    boolean outOfMemory() {
        return last != null && last.mishaps().outOfMemory();
    }

    /** Polls per second of so many devices that wait exactly the interval. */
    double offered(int devices) {
        return stage.offered(played(devices));
    }

    private int played(int devices) {
        long interval = stage.announced().interval().toMillis();
        return interval == 0
                ? devices
                : (int) Math.ceil(devices * (double) stage.period().toMillis() / interval);
    }

    private void watch(Tick tick, Windows windows, StopSignal ends) {
        windows.accept(tick);
        if (tick.beyondLoad() > 0) {
            ends.raise("the protocol was broken");
        }
        stage.observer().accept(tick);
    }

    private TrialPlan plan(Kind kind, int devices) {
        List<Device> crowdNow = crowd.of(played(devices));
        Duration counted = Windows.LENGTH.multipliedBy(windows(kind));
        long until = stage.clock().nanos() + counted.plus(MOST_REST).toNanos();
        Duration asking = Duration.ofMillis(1000L * Crowd.codesNeeded(crowdNow, until) / CODES_PER_SECOND);
        Duration ramp = asking.compareTo(stage.period()) > 0 ? asking : stage.period();
        Arrivals arrivals = new Arrivals(crowdNow.size(), ramp, stage.options().seed());
        Duration countFrom = ramp.plus(stage.period().multipliedBy(2)).plus(SETTLING);
        return new TrialPlan(
                crowdNow,
                Conduct.waiting(stage.options().pad()),
                device -> arrivals.of(device.number()),
                countFrom,
                countFrom.plus(counted),
                null);
    }

    private int windows(Kind kind) {
        Duration planned = kind == Kind.CONFIRMATION
                ? stage.options().duration()
                : stage.options().search().trial();
        return (int) Math.max(2, planned.toSeconds() / Windows.LENGTH.toSeconds());
    }

    private Attempt remember(Attempt attempt, Measured measured) {
        last = measured;
        if (attempt.verdict() == Verdict.PASS) {
            carried.put(attempt.devices(), measured);
            return attempt;
        }
        rest(attempt);
        boolean gone = measured.failed() && (carried.isEmpty() || attempt.devices() <= carried.lastKey());
        return gone ? attempt.endingWith(End.SERVER_GONE) : attempt;
    }

    /** Lets the server get through its line, and after invalid trials the machine calm down. */
    private void rest(Attempt attempt) {
        invalid = attempt.verdict() == Verdict.INVALID ? invalid + 1 : 0;
        Duration line = Duration.ofMillis(Math.round(attempt.figures().p99())).plus(REST.multipliedBy(invalid));
        if (attempt.end() == null) {
            stage.clock().await(line.compareTo(MOST_REST) < 0 ? line : MOST_REST);
        }
    }
}
