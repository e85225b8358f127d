package org.devicegrant.load.step;

import java.time.Duration;
import java.util.Locale;
import org.devicegrant.load.measure.SeenOnce;
import org.devicegrant.load.protocol.Answer;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.target.LoadTarget;

/**
 * Holds every answer against the invariants. All bounds are taken from the side that favours the server: a code's age
 * from when its request was sent or its response had arrived, a poll's distance from when the previous answer had
 * arrived, so that no delay of network or generator can make a breach out of a lawful answer.
 */
public final class Judge {
    /** Servers that count whole seconds lose up to one. */
    private static final long EARLY_SLACK = Duration.ofSeconds(1).toNanos();
    /** After this a code that still waits was forgotten, not rounded. */
    private static final long LATE_SLACK = Duration.ofSeconds(5).toNanos();
    /** How long an approval may take to reach every node. */
    private static final long APPROVAL_BOUND = Duration.ofSeconds(1).toNanos();

    private final Conduct conduct;
    private final Violations violations;
    private final long lateExpiry;
    private final boolean separateWindow;
    private final SeenOnce seen = new SeenOnce();

    /** A judge for devices of this conduct. */
    public Judge(Conduct conduct, LoadTarget target, Violations violations) {
        this.conduct = conduct;
        this.violations = violations;
        this.lateExpiry = target.lateExpiry().toNanos();
        this.separateWindow = target.afterApproval() != null;
    }

    /** A device code was issued; {@code digest} stands for it. */
    void issued(Device device, long digest) {
        if (!seen.add(digest)) {
            violations.add(Invariant.OWN_ANSWER, text(device) + " was given a device code that was given out before");
        }
    }

    /** No device code was issued. */
    void refused(Device device, Answer answer) {
        if (answer.kind() != AnswerKind.NO_ANSWER && answer.kind() != AnswerKind.THROTTLED) {
            violations.add(Invariant.ISSUED, text(device) + " asked for a code and got " + answer.text());
        }
    }

    /** A poll was answered at {@code now}; the device still holds the state it polled with. */
    void polled(Device device, Answer answer, long now) {
        if (device.phase == Device.Phase.REPEATS) {
            repeated(device, answer);
            return;
        }
        switch (answer.kind()) {
            case PENDING -> pending(device, answer, now);
            case SLOW_DOWN -> slowedDown(device, answer);
            case TOKEN -> token(device, answer);
            case DENIED -> {
                if (!device.decided()) {
                    violations.add(Invariant.OWN_ANSWER, poll(device, answer) + " although nobody decided");
                }
            }
            case EXPIRED -> ended(device, answer, now, Invariant.NOT_EARLY);
            case INVALID_GRANT -> unknown(device, answer, now);
            case OTHER_ERROR -> ended(device, answer, now, Invariant.KNOWN_CODE);
            default -> {}
        }
        form(device, answer);
    }

    private void repeated(Device device, Answer answer) {
        if (answer.kind() == AnswerKind.TOKEN) {
            violations.add(Invariant.ONE_TOKEN_SET, poll(device, answer) + " for a code that was redeemed");
        }
        form(device, answer);
    }

    private void pending(Device device, Answer answer, long now) {
        if (device.approved() != 0 && device.sent - device.approved() > APPROVAL_BOUND) {
            String since = seconds(device.sent - device.approved());
            violations.add(Invariant.APPROVAL_IS_SEEN, poll(device, answer) + ", " + since + " after its approval");
        }
        // A machine that stood still may have sent it after the interval all the same.
        boolean early = now - device.sentBefore < device.interval / 2;
        if (device.bursts && early && conduct.enforcesInterval()) {
            violations.add(Invariant.BURST, poll(device, answer) + ", a poll within the interval");
        }
        alive(device, answer, LATE_SLACK);
    }

    private void slowedDown(Device device, Answer answer) {
        long gap = device.sent - device.answered;
        // A poll whose answer is missing may have waited in the server's line until now.
        if (!device.bursts && !device.unsure && gap >= device.interval) {
            violations.add(
                    Invariant.LAWFUL_POLLER,
                    poll(device, answer) + ", " + seconds(gap) + " after its previous answer at an interval of "
                            + seconds(device.interval));
        }
        alive(device, answer, LATE_SLACK);
    }

    private void token(Device device, Answer answer) {
        if (!device.decided()) {
            violations.add(Invariant.OWN_ANSWER, poll(device, answer) + " although nobody approved");
        }
        if (!seen.add(answer.tokenDigest())) {
            violations.add(
                    Invariant.OWN_ANSWER, poll(device, answer) + " with an access token that was given out before");
        }
        if (!separateWindow) {
            alive(device, answer, lateExpiry);
        }
    }

    /** Where the answer to a poll is missing, that one may have told the decision. */
    private void unknown(Device device, Answer answer, long now) {
        if (!device.unsure || !device.decided()) {
            ended(device, answer, now, Invariant.KNOWN_CODE);
        }
    }

    /** The code was alive when this poll was answered; it should not have been if the poll was sent too late. */
    private void alive(Device device, Answer answer, long slack) {
        long age = device.sent - device.authorizationAnswered - lifetime(device);
        if (age > slack) {
            violations.add(Invariant.NOT_LATE, poll(device, answer) + ", " + seconds(age) + " after its code's end");
        }
    }

    /** The code was dead when this poll was answered; it should not have been if that came too early. */
    private void ended(Device device, Answer answer, long now, Invariant invariant) {
        long left = device.authorizationSent + lifetime(device) - EARLY_SLACK - now;
        if (left > 0) {
            violations.add(
                    invariant, poll(device, answer) + ", " + seconds(left + EARLY_SLACK) + " before its code's end");
        }
    }

    private void form(Device device, Answer answer) {
        boolean broken = switch (answer.kind()) {
            case SERVER_ERROR, REDIRECT, MALFORMED -> true;
            default -> answer.remark() != null && answer.kind() != AnswerKind.NO_ANSWER;
        };
        if (broken) {
            violations.add(Invariant.WELL_FORMED, poll(device, answer));
        }
    }

    private static long lifetime(Device device) {
        return Duration.ofSeconds(device.lifetimeSeconds).toNanos();
    }

    private static String poll(Device device, Answer answer) {
        return text(device) + " polled and got " + answer.text();
    }

    private static String text(Device device) {
        return "device " + device.number();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
