package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Users;

/** A device that polls too fast, and one that does better afterwards. */
class SlowDownChecks {
    private static final int FAST_POLLS = 6;
    private static final Duration FAST = Duration.ofMillis(300);
    private static final int POLLS_TO_PROVOKE = 8;
    private static final int POLLS_AFTERWARDS = 4;
    private static final int DEVICES = 6;
    private static final int ROUNDS = 4;

    private static final Outcome<Answer> SURVIVABLE = Outcome.of("slow_down or authorization_pending", Answer::pending);
    private static final Outcome<Answer> LIMITER = Outcome.of("429", a -> a.status() == 429);
    private static final Outcome<Answer> NOT_SLOWED =
            Outcome.of("anything but slow_down", a -> !a.isError(ErrorCodes.SLOW_DOWN));
    private static final Outcome<Answer> ANNOUNCED_MORE = Outcome.of(
            "slow_down with a longer interval in its body",
            a -> a.isError(ErrorCodes.SLOW_DOWN) && a.member("interval").isNumber());

    @Check("8628-3.5-too-fast-polling")
    void pollingTooFastNeverEndsTheRequest(Devices devices, Judge judge) {
        Device device = devices.start();
        Answer control = judge.control("a spaced first poll", device.spacedPoll(), pending());

        List<Answer> fast = new ArrayList<>();
        for (int i = 0; i < FAST_POLLS; i++) {
            fast.add(device.pause(FAST).pollOnce());
        }

        for (Answer answer : fast) {
            judge.expect("a poll 300 ms after the previous one", answer)
                    .tolerating(LIMITER, "many clients give up at a 429; slow_down is the defined answer")
                    .otherwise("a client is thrown out for its speed alone")
                    .toBe(SURVIVABLE);
        }
        judge.expect("six polls 300 ms apart", device.slowDowns(), n -> n + " slow_down answers", fast)
                .learningNothingFrom(
                        Outcome.of("polls that were not too fast", n -> n == 0 && !tooFast(device, control, fast)),
                        "none came provably too early; one would on a less busy machine")
                .tolerating(
                        Outcome.of("no slow_down", n -> n == 0),
                        "the interval is not enforced, so nothing holds back a careless client")
                .toBe(Outcome.of("at least one slow_down", n -> n > 0));
        requireToLive(device, enough(device));
        Answer calm = device.pollAfter(enough(device));
        judge.expect("a poll after a long enough pause", calm)
                .learningNothingFrom(error(ErrorCodes.EXPIRED_TOKEN), "the lifetime is too short for this question")
                .otherwise("polling too fast spoilt the request")
                .toBe(pending());
    }

    /** No second try helps a code that is dead before the penalty is over. */
    private static void requireToLive(Device device, Duration pause) {
        if (device.lifetimeAnnounced() && device.lifetime().compareTo(pause) < 0) {
            throw new Inconclusive(
                    "the penalty of " + pause.toSeconds() + " s outlasts the code",
                    "give a test client a longer lifetime");
        }
    }

    /**
     * Whether some poll was answered before half an interval can have passed since the one before it was sent: a server may
     * let a poll pass that is a little early.
     */
    private static boolean tooFast(Device device, Answer first, List<Answer> next) {
        Answer previous = first;
        for (Answer answer : next) {
            if (answer.received() - previous.sent() < device.interval().toNanos() / 2) {
                return true;
            }
            previous = answer;
        }
        return false;
    }

    /** The interval, five seconds for every slow_down, and two to spare. */
    private static Duration enough(Device device) {
        return device.interval()
                .plus(Device.SLOW_DOWN_STEP.multipliedBy(device.slowDowns()))
                .plusSeconds(2);
    }

    @Check("8628-3.5-slow-down-then-recover")
    void afterASlowDownADeviceThatKeepsTheLongerIntervalGetsItsToken(Devices devices, Judge judge, Users users) {
        Device device = users.approveApart(() -> {
            Device slowed = devices.start();
            provoke(slowed, 1);
            judge.expectState("a poll one interval and 5 s after the slow_down", slowed.pollOnceAfter(longer(slowed)))
                    .otherwise("the device can never get out of its penalty")
                    .toBe(error(ErrorCodes.AUTHORIZATION_PENDING));
            return slowed;
        });

        Answer first = device.pollOnceAfter(longer(device));
        // An approval may become known a poll late; 8628-3.5-success-after-approval says so.
        Answer decided = first.pending() ? device.pollOnceAfter(longer(device)) : first;
        judge.expectState("a poll after the approval", decided)
                .otherwise("one slow_down costs the user the login")
                .toBe(token());
    }

    private static Duration longer(Device device) {
        return device.interval().plus(Device.SLOW_DOWN_STEP).plusMillis(200);
    }

    @Check("8628-3.5-slow-down-five-seconds-each")
    void noMoreThanFiveSecondsAreDemandedForEachSlowDown(Devices devices, Judge judge) {
        List<Device> waiting =
                IntStream.rangeClosed(1, 3).mapToObj(n -> devices.start()).toList();
        List<Supplier<Boolean>> strands = new ArrayList<>();
        for (int n = 1; n <= waiting.size(); n++) {
            int penalties = n;
            strands.add(() -> keepsThePromise(waiting.get(penalties - 1), penalties, judge));
        }

        List<Boolean> complete = Together.all(strands);

        if (judge.findings().isEmpty() && !complete.contains(true)) {
            throw new Inconclusive(
                    "four polls an interval and 5 s apart do not fit into the lifetime of a code",
                    "give a test client a longer lifetime");
        }
    }

    /** @return whether all polls fitted into the code's lifetime */
    private static boolean keepsThePromise(Device device, int penalties, Judge judge) {
        provoke(device, penalties);
        Duration distance = device.interval()
                .plus(Device.SLOW_DOWN_STEP.multipliedBy(device.slowDowns()))
                .plusMillis(200);
        for (int i = 0; i < POLLS_AFTERWARDS; i++) {
            if (device.life().leftAtLeast().compareTo(distance.plusSeconds(2)) < 0) {
                return false;
            }
            boolean kept = judge.expect(
                            "a poll " + distance.toMillis() + " ms after the previous answer, with " + penalties
                                    + " slow_down before",
                            device.pollOnceAfter(distance))
                    .tolerating(ANNOUNCED_MORE, "the longer interval is announced in a member that few clients read")
                    .otherwise("the server demands more than the interval and 5 s for each slow_down")
                    .toBe(NOT_SLOWED);
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    private static void provoke(Device device, int slowDowns) {
        List<Answer> polls = new ArrayList<>();
        while (polls.size() < POLLS_TO_PROVOKE && device.slowDowns() < slowDowns) {
            polls.add(device.pollOnce());
        }
        if (device.slowDowns() < slowDowns && !tooFast(device, polls.get(0), polls.subList(1, polls.size()))) {
            throw new Momentary(
                    "no poll came provably too early",
                    "give a test client a longer interval, or run on a less busy machine");
        }
        if (device.slowDowns() < slowDowns) {
            throw new NotApplicable("slow_down cannot be provoked: the server does not throttle this device");
        }
    }

    @Check("derived-throttle-per-device-code")
    void devicesOfOneClientDoNotSlowEachOtherDown(Devices devices, Judge judge) {
        List<Device> fleet =
                IntStream.range(0, DEVICES).mapToObj(n -> devices.start()).toList();
        List<Supplier<List<Answer>>> strands = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            Device device = fleet.get(i);
            Duration offset = device.interval().multipliedBy(i).dividedBy(DEVICES);
            strands.add(() -> polls(device.pause(offset)));
        }

        List<List<Answer>> answers = Together.all(strands);

        answers.forEach(ofOne -> ofOne.forEach(
                answer -> judge.expectState("a spaced poll of one device among six of the same client", answer)
                        .tolerating(LIMITER, "an address-based limit strikes at this low rate")
                        .otherwise("devices with one client_id and one address slow each other down")
                        .toBe(error(ErrorCodes.AUTHORIZATION_PENDING))));
    }

    private static List<Answer> polls(Device device) {
        Duration distance = device.interval().plusMillis(200);
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> device.pollOnceAfter(distance))
                .toList();
    }
}
