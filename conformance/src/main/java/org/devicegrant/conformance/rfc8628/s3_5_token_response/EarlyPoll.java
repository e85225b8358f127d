package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import java.time.Duration;
import java.util.function.Supplier;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** A poll that comes too early and finds the request approved in the meantime. */
final class EarlyPoll {
    private EarlyPoll() {}

    /** What an early poll of an approved device was answered. */
    record Seen(Device device, Answer early) {}

    /**
     * Polls, approves at once, and polls again.
     *
     * @throws Inconclusive if the approval took so long that the second poll was not early any more
     */
    static Seen ofApproved(Supplier<Device> start, Users users) {
        try (Sitting sitting = users.apart()) {
            Device device = start.get();
            Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
            Answer before = device.spacedPoll();
            Walks.completed(sitting.goOn(Decision.APPROVE), Decision.APPROVE);
            Answer early = device.pollOnce();
            Duration apart = Duration.ofNanos(early.received() - before.sent());
            if (before.pending() && apart.compareTo(device.interval()) >= 0) {
                throw new Momentary(
                        "the approval took longer than the interval, so no poll could come too early",
                        "give a test client a longer interval, or run on a less busy machine");
            }
            return new Seen(device, early);
        }
    }
}
