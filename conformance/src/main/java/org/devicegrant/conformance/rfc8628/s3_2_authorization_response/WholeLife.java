package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/**
 * A device that nobody approves, polled lawfully from its first interval until well after its expiry. Several checks
 * look at it; it is made once.
 *
 * @param device the device
 * @param answers its answers in order
 */
record WholeLife(Device device, List<Answer> answers) {
    private static final Duration AFTERWARDS = Duration.ofSeconds(40);

    static WholeLife of(Grants grants, Devices devices) {
        return grants.once("a code polled all its life", () -> live(devices));
    }

    private static WholeLife live(Devices devices) {
        Device device = devices.start().outliving();
        List<Answer> answers = new ArrayList<>();
        long end = device.issuedNotAfter() + device.lifetime().plus(AFTERWARDS).toNanos();
        devices.waiting().afford(end, "the end of a code that is polled all its life");
        do {
            answers.add(device.spacedPoll());
        } while (device.lastReceived() < end && !answers.get(answers.size() - 1).tokens());
        return new WholeLife(device, List.copyOf(answers));
    }

    List<Answer> receivedBefore(long instant) {
        return answers.stream().filter(a -> a.received() <= instant).toList();
    }

    List<Answer> receivedBetween(long from, long until) {
        return answers.stream()
                .filter(a -> a.received() > from && a.received() <= until)
                .toList();
    }

    /** Those that were provably handled in between. */
    List<Answer> handledBetween(long from, long until) {
        return answers.stream()
                .filter(a -> a.sent() >= from && a.received() <= until)
                .toList();
    }

    Optional<Answer> firstDecidedBetween(long from, long until) {
        return handledBetween(from, until).stream().filter(a -> !a.pending()).findFirst();
    }

    List<Answer> sentAfter(Answer answer) {
        return answers.stream().filter(a -> a.sent() > answer.sent()).toList();
    }
}
