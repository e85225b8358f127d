package org.devicegrant.conformance.kiosk;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Users;

/** The separate time for redemption that a deployment grants from the approval on. */
class WindowChecks {
    private static final Duration SLACK = Duration.ofSeconds(10);

    @Check("kiosk-post-approval-window")
    void anApprovalCanBeRedeemedWithinItsWindowAndNoLonger(Devices devices, Judge judge, Users users) {
        Duration window = Devices.given(devices.target().windows().afterApproval(), "windows.after_approval");
        Duration interval = devices.start().interval();
        Duration enough = interval.multipliedBy(10).plusSeconds(15);
        Duration least = interval.multipliedBy(2).plusSeconds(5);
        judge.expect("the declared window", window, d -> d.toSeconds() + " s")
                .tolerating(
                        Outcome.of("less", d -> d.compareTo(least) >= 0),
                        "a device that was told to slow down may miss it")
                .otherwise("a device that keeps the interval can miss it")
                .toBe(Outcome.of("at least " + enough.toSeconds() + " s", d -> d.compareTo(enough) >= 0));

        Together.all(List.<Supplier<Boolean>>of(
                () -> redeemed(
                        devices, judge, users, interval.plusSeconds(5), "one interval and 5 s after the approval"),
                () -> redeemed(
                        devices, judge, users, window.multipliedBy(9).dividedBy(10), "shortly before its window ends"),
                () -> overBeforeTheCode(devices, judge, users, window),
                () -> beyondTheCode(devices, judge, users, window),
                () -> overAfterTheCode(devices, judge, users, window)));
    }

    /**
     * A device whose user has approved.
     *
     * @param notBefore the approval cannot have come before this instant, monotonic nanoseconds
     * @param notAfter nor after this one
     */
    private record Approval(Device device, long notBefore, long notAfter) {
        static Approval now(Devices devices, Users users, Supplier<Device> start) {
            AtomicLong before = new AtomicLong();
            Device device = users.approveApart(() -> {
                Device started = start.get();
                before.set(devices.wire().clock().nanos());
                return started;
            });
            return new Approval(device, before.get(), devices.wire().clock().nanos());
        }

        Answer pollAt(Devices devices, long instant) {
            devices.waiting().until(instant, "a moment of the window after an approval");
            return device.poll();
        }
    }

    private static boolean redeemed(Devices devices, Judge judge, Users users, Duration distance, String when) {
        Approval approval = Approval.now(devices, users, devices::start);
        Answer answer = approval.pollAt(devices, approval.notBefore() + distance.toNanos());
        long earliestEnd = approval.notBefore()
                + Devices.given(devices.target().windows().afterApproval(), "windows.after_approval")
                        .toNanos();
        return judge.expect("a first poll " + when, answer)
                .learningNothingFrom(
                        Outcome.of("an answer after the window", a -> !a.tokens() && a.received() >= earliestEnd),
                        "the window may have ended before the answer came")
                .otherwise("the declared window is not granted")
                .toBe(token());
    }

    /** Where the code lives longer than the window. */
    private static boolean overBeforeTheCode(Devices devices, Judge judge, Users users, Duration window) {
        Device device = devices.start();
        if (device.lifetime().compareTo(window.plus(SLACK.multipliedBy(3))) < 0) {
            return true;
        }
        Approval approval = Approval.now(devices, users, () -> device);
        Answer answer = approval.pollAt(
                devices, approval.notAfter() + window.plus(SLACK).toNanos());
        return device.life().mayBeOverAt(answer)
                || isOver(judge, "a poll 10 s after the window, while the code lives", answer);
    }

    /** A window that reaches beyond the code. */
    private static boolean beyondTheCode(Devices devices, Judge judge, Users users, Duration window) {
        Approval approval = lateApproval(devices, users);
        Device device = approval.device().waitPastExpiry(SLACK);
        Answer answer = device.poll();
        boolean within = answer.received() < approval.notBefore() + window.toNanos();
        return !within
                || judge.expect("a poll 10 s after the end of the code, within the window", answer)
                        .otherwise("the declared window is not granted")
                        .toBe(token());
    }

    private static boolean overAfterTheCode(Devices devices, Judge judge, Users users, Duration window) {
        Approval approval = lateApproval(devices, users);
        approval.device().waitPastExpiry(SLACK);
        Answer answer = approval.pollAt(
                devices, approval.notAfter() + window.plus(SLACK).toNanos());
        return isOver(judge, "a poll after the end of the code and of the window", answer);
    }

    private static Approval lateApproval(Devices devices, Users users) {
        Device device = devices.start().waitUntilBeforeExpiry(SLACK);
        return Approval.now(devices, users, () -> device);
    }

    private static boolean isOver(Judge judge, String subject, Answer answer) {
        return judge.expect(subject, answer)
                .tolerating(
                        Outcome.of("another error", a -> terminal().matches(a)), "expired_token is the defined code")
                .otherwise("an approval that was forgotten can be redeemed by whoever finds the code")
                .toBe(error(ErrorCodes.EXPIRED_TOKEN), error(ErrorCodes.INVALID_GRANT));
    }
}
