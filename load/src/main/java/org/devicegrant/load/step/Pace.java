package org.devicegrant.load.step;

import java.time.Duration;
import org.devicegrant.load.protocol.Answer;
import org.devicegrant.load.step.Conduct.AfterEnd;
import org.devicegrant.load.step.Device.Phase;

/**
 * When a device asks next. It keeps to RFC 8628 section 3.5: the interval counts from the previous answer, every
 * {@code slow_down} adds five seconds, silence doubles the wait; beyond that it honours {@code Retry-After}. Counting
 * from the previous answer rather than along a fixed schedule is what keeps a late generator from provoking
 * {@code slow_down} by itself.
 */
final class Pace {
    private static final long STEP = Duration.ofSeconds(5).toNanos();
    private static final int MOST_DOUBLINGS = 5;

    private final Conduct conduct;
    private final long pad;

    Pace(Conduct conduct) {
        this.conduct = conduct;
        this.pad = conduct.pad().toNanos();
    }

    void issued(Device device, long now) {
        device.silent = 0;
        if (conduct.issuancePeriod().isZero()) {
            device.phase = Phase.POLLS;
            device.due = now + device.interval + pad;
        } else {
            // Along a fixed schedule: a slow server must not slow the arrivals down.
            device.due += conduct.issuancePeriod().toNanos();
        }
    }

    void refused(Device device, Answer answer, long now) {
        if (conduct.issuancePeriod().isZero()) {
            device.silent++;
            device.due = now + Math.max(STEP << doublings(device), retryAfter(answer));
        } else {
            device.due += conduct.issuancePeriod().toNanos();
        }
    }

    void polled(Device device, Answer answer, long now, boolean burstNext) {
        boolean repeated = device.phase == Phase.REPEATS;
        device.silent = 0;
        device.bursts = false;
        switch (answer.kind()) {
            case PENDING -> again(device, answer, now, burstNext);
            case SLOW_DOWN -> {
                device.interval += STEP;
                again(device, answer, now, false);
            }
            case TOKEN -> {
                if (repeated || !conduct.repeatsAfterToken()) {
                    end(device, now);
                } else {
                    device.phase = Phase.REPEATS;
                    again(device, answer, now, false);
                }
            }
            case DENIED, EXPIRED, INVALID_GRANT, OTHER_ERROR -> end(device, now);
            default -> again(device, answer, now, false);
        }
    }

    void silent(Device device, long now) {
        device.silent++;
        device.bursts = false;
        device.due = now + (device.interval << doublings(device)) + pad;
    }

    private void again(Device device, Answer answer, long now, boolean burst) {
        device.bursts = burst;
        device.due = burst ? now : now + Math.max(device.interval, retryAfter(answer)) + pad;
    }

    private void end(Device device, long now) {
        device.dropCode();
        device.due = now + pad;
        if (conduct.afterToken() == AfterEnd.LEAVE) {
            device.phase = Phase.DONE;
        }
    }

    private static int doublings(Device device) {
        return Math.min(device.silent, MOST_DOUBLINGS);
    }

    private static long retryAfter(Answer answer) {
        return Duration.ofSeconds(Math.max(0, answer.retryAfterSeconds())).toNanos();
    }
}
