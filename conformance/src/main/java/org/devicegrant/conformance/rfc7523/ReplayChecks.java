package org.devicegrant.conformance.rfc7523;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** Assertions that are sent again, and those that only look like it. */
class ReplayChecks {
    private static final int POLLS = 3;
    /** Servers that take assertions of one second for replays must not be met by accident. */
    private static final Duration ANOTHER_SECOND = Duration.ofMillis(1_100);

    @Check("7523-3-fresh-assertion-per-poll")
    void aFreshAssertionIsNeverTakenForAReplay(Devices devices, Judge judge, Grants grants) {
        Keyed keyed = Keyed.of(devices, grants);
        UnaryOperator<Request> proof = keyed.audiences().proof(devices, keyed.client());
        devices.waiting().pause(ANOTHER_SECOND, "assertions of another second");
        Device device = devices.started(keyed.client(), proof.apply(devices.request(keyed.client())));

        for (int i = 0; i < POLLS; i++) {
            judge.expect("a spaced poll with a fresh assertion", device.spacedPoll(proof))
                    .learningNothingFrom(endOf(device), "the code ended before that")
                    .otherwise("a device that keeps the rules is locked out by its own assertions")
                    .toBe(pending());
        }
        for (Answer answer : startTwiceInOneSecond(devices, keyed)) {
            judge.expect("one of two device authorization requests with assertions of the same second", answer)
                    .otherwise("two devices of one client lock each other out")
                    .toBe(codes());
        }
        judgeReplay(judge, device, proof);
    }

    private static List<Answer> startTwiceInOneSecond(Devices devices, Keyed keyed) {
        Assertion first = keyed.fresh(Endpoint.DEVICE_AUTHORIZATION);
        Assertion second = keyed.fresh(Endpoint.DEVICE_AUTHORIZATION).withTimesOf(first);
        return Stream.of(first, second)
                .map(assertion ->
                        ClientAuthentication.withAssertion(devices.request(keyed.client()), assertion.signed()))
                .map(devices::send)
                .toList();
    }

    private static void judgeReplay(Judge judge, Device device, UnaryOperator<Request> proof) {
        Answer last = judge.control("a poll", device.spacedPoll(proof), pending());
        judge.expect("a poll with the assertion of the previous one", device.spacedPoll(poll -> last.request()))
                .learningNothingFrom(endOf(device), "the code ended before that")
                .toBe(pending(), error(ErrorCodes.INVALID_CLIENT));
        judge.expect("a poll with a fresh assertion after it", device.spacedPoll(proof))
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("a replay that was refused costs the user the login")
                .toBe(pending());
    }
}
