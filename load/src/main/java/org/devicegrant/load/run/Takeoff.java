package org.devicegrant.load.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Standstill;
import org.devicegrant.load.measure.Timeline;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.step.Conversation;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.step.Judge;
import org.devicegrant.load.step.Violations;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;

/** Everything that exists once the origin of a trial is fixed. */
record Takeoff(
        long origin,
        Window window,
        Recording recording,
        Timeline timeline,
        Standstill standstill,
        Conversation conversation) {
    private static final long SLICES = 300;
    private static final long LEAST_MARGIN = Duration.ofMillis(200).toNanos();
    /** What boarding one device may take; measured at a fifth of it. */
    private static final long MARGIN_PER_DEVICE = 20_000;

    /** Fixes the origin, a moment from now, and sets every device to its first request. */
    static Takeoff now(TrialPlan plan, LoadTarget target, Violations violations, Clock clock) {
        long origin = clock.nanos() + LEAST_MARGIN + plan.devices().size() * MARGIN_PER_DEVICE;
        if (plan.startAt() != null) {
            long agreed = clock.nanos()
                    + Duration.between(clock.wall(), plan.startAt()).toNanos();
            origin = Math.max(origin, agreed);
        }
        for (Device device : plan.devices()) {
            device.reschedule(
                    origin + plan.firstDue().applyAsLong(device), plan.conduct().pad());
        }
        Window window = new Window(
                origin + plan.countFrom().toNanos(), origin + plan.end().toNanos());
        Recording recording = new Recording(window);
        long slice = TimeUnit.NANOSECONDS.toSeconds(plan.end().toNanos()) / SLICES;
        Judge judge = new Judge(plan.conduct(), target, violations);
        return new Takeoff(
                origin,
                window,
                recording,
                new Timeline(origin, (int) Math.max(1, slice)),
                new Standstill(origin, window.to(), clock.nanos()),
                new Conversation(target, plan.conduct(), judge, recording));
    }
}
