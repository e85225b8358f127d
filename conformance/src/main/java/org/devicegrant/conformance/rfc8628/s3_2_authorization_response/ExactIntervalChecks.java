package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;

/**
 * A device that keeps the announced interval. Each poll starts after the previous answer was completely received, so the
 * server has seen at least the interval between the two, whatever the network did: one {@code slow_down} is a proof.
 */
class ExactIntervalChecks {
    private static final int POLLS = 24;
    private static final int FEWEST_POLLS = 5;
    private static final int POLLS_WITHOUT_INTERVAL = 6;
    /** Covers a clock that ticks every 15 ms. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private static final Duration HICCUP = Duration.ofMillis(100);

    private static final Outcome<Answer> NOT_PENALISED =
            Outcome.of("anything but slow_down or 429", a -> !a.isError(ErrorCodes.SLOW_DOWN) && a.status() != 429);

    @Check("8628-3.2-exact-interval-never-penalised")
    void aDeviceThatKeepsTheIntervalIsNeverSlowedDown(Devices devices, Judge judge) {
        Device fromAnswers = devices.start();
        Device fromStarts = devices.start();
        int polls = pollsWithin(fromAnswers);

        CompletableFuture<List<Answer>> cadence = Together.start(() -> byCadence(fromStarts, polls));
        List<Answer> spaced = afterEachAnswer(fromAnswers, fromAnswers.interval(), polls);

        for (Answer answer : spaced) {
            judge.expect("a poll " + apart(fromAnswers) + " after the previous answer", answer)
                    .otherwise("a device that keeps the rules is punished")
                    .toBe(NOT_PENALISED);
        }
        for (Answer answer : inTime(Together.result(cadence))) {
            judge.expect("a poll started exactly one interval after the previous start", answer)
                    .tolerating(answered(), "clients poll by timers, and the network moves two requests together")
                    .toBe(NOT_PENALISED);
        }
    }

    private static int pollsWithin(Device device) {
        double interval = Math.max(0.02, device.interval().toMillis() / 1000.0);
        double fitting = (device.lifetime().toSeconds() - 3 * interval) / interval;
        if (fitting < FEWEST_POLLS) {
            throw new Inconclusive(
                    "fewer than " + FEWEST_POLLS + " polls fit into the lifetime of a code",
                    "give a test client a longer lifetime or a shorter interval");
        }
        return (int) Math.min(POLLS, fitting);
    }

    /** Stops at the first penalty and at the first answer that ends polling: what follows proves nothing more. */
    private static List<Answer> afterEachAnswer(Device device, Duration interval, int polls) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < polls; i++) {
            Answer answer = device.pollOnceAfter(interval.plus(MARGIN));
            answers.add(answer);
            if (!answer.isError(ErrorCodes.AUTHORIZATION_PENDING)) {
                break;
            }
        }
        return answers;
    }

    private static List<Answer> byCadence(Device device, int polls) {
        List<Answer> answers = new ArrayList<>();
        answers.add(device.pollOnceAfter(device.interval().plus(MARGIN)));
        for (int i = 1; i < polls; i++) {
            Answer previous = answers.get(i - 1);
            if (!previous.isError(ErrorCodes.AUTHORIZATION_PENDING)) {
                break;
            }
            answers.add(device.pollOnceAt(previous.sent() + device.interval().toNanos()));
        }
        return answers;
    }

    /** Those whose predecessor was on its way for moments only: else it is our own machine that moves two together. */
    private static List<Answer> inTime(List<Answer> cadence) {
        List<Answer> answers = new ArrayList<>(cadence.subList(0, 1));
        for (int i = 1; i < cadence.size(); i++) {
            Answer previous = cadence.get(i - 1);
            if (previous.received() - previous.sent() <= HICCUP.toNanos()) {
                answers.add(cadence.get(i));
            }
        }
        return answers;
    }

    private static Outcome<Answer> answered() {
        return Outcome.of("slow_down or 429", a -> true);
    }

    private static String apart(Device device) {
        return device.interval().plus(MARGIN).toMillis() + " ms";
    }

    @Check("8628-3.2-default-interval-5")
    void withoutAnIntervalFiveSecondsAreEnough(Devices devices, Judge judge) {
        Device device = devices.start();
        if (device.intervalAnnounced()) {
            throw new NotApplicable("the server announces an interval");
        }

        List<Answer> answers = afterEachAnswer(device, Device.DEFAULT_INTERVAL, POLLS_WITHOUT_INTERVAL);

        for (Answer answer : answers) {
            judge.expect("a poll 5 s after the previous answer, with no interval announced", answer)
                    .otherwise("the server must announce the interval it enforces")
                    .toBe(NOT_PENALISED);
        }
    }
}
