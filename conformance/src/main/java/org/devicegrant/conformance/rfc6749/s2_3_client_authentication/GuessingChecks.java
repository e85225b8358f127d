package org.devicegrant.conformance.rfc6749.s2_3_client_authentication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.ExclusiveLast;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Secret;

/** Somebody who tries one secret after the other, with a client that may be lost. */
@ExclusiveLast
class GuessingChecks {
    private static final int ATTEMPTS = 30;
    private static final int USUAL = 3;
    /** A busy machine is slow now and then; a server that holds guesses up is so each time. */
    private static final int SLOW_IN_A_ROW = 3;

    private static final Duration NOTICEABLE = Duration.ofMillis(300);
    /** A delay of a second is told from this, and from nothing slower. */
    private static final Duration SLUGGISH = Duration.ofMillis(300);
    /** What limits on guesses are usually counted by. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Check("6749-2.3.1-secret-brute-force-protection")
    void guessingASecretIsHeldUp(Devices devices, Judge judge) {
        Client client = devices.disposable();
        Answer started = devices.send(devices.request(client));
        if (!started.codes()) {
            throw new Inconclusive(
                    "clients.disposable is refused with its own secret: " + started.gist(),
                    "check its client_id, client_secret and auth_method, or unlock it");
        }
        Request start = devices.request(wrong(client));
        Request poll = devices.protocol()
                .poll(wrong(client), started.member("device_code").asText());

        List<Answer> usualStarts = send(devices, start, USUAL);
        List<Answer> usualPolls = send(devices, poll, USUAL);

        judgeGuesses(judge, "the device authorization endpoint", guess(devices, start, usualStarts));
        judgeGuesses(judge, "the token endpoint", guess(devices, poll, usualPolls));
    }

    private static Client wrong(Client client) {
        return new Client(
                client.clientId(),
                Secret.of("certainly-not-the-secret"),
                client.authMethod(),
                null,
                null,
                client.scope(),
                client.name());
    }

    /**
     * A row of guesses at one endpoint.
     *
     * @param usual the answers to the first guesses
     * @param later those to the following ones, up to the first that differs
     */
    private record Guesses(List<Answer> usual, List<Answer> later) {
        boolean heldUp() {
            Answer last = later.get(later.size() - 1);
            boolean sameAnswer = usual.stream().anyMatch(answer -> answer.gist().equals(last.gist()));
            long delayed = ordinary().multipliedBy(2).plus(NOTICEABLE).toNanos();
            List<Answer> row = later.subList(Math.max(0, later.size() - SLOW_IN_A_ROW), later.size());
            return !sameAnswer
                    || (row.size() == SLOW_IN_A_ROW && row.stream().allMatch(answer -> took(answer) > delayed));
        }

        /** What the first guesses took: neither the fastest nor the slowest of them. */
        Duration ordinary() {
            return Duration.ofNanos(usual.stream()
                    .mapToLong(Guesses::took)
                    .sorted()
                    .skip(usual.size() / 2)
                    .findFirst()
                    .orElse(0));
        }

        /** From the first guess to the last answer. */
        Duration span() {
            return Duration.ofNanos(
                    later.get(later.size() - 1).received() - usual.get(0).sent());
        }

        private static long took(Answer answer) {
            return answer.received() - answer.sent();
        }
    }

    private static Guesses guess(Devices devices, Request request, List<Answer> usual) {
        List<Answer> later = new ArrayList<>();
        Guesses guesses = new Guesses(usual, later);
        do {
            later.addAll(send(devices, request, 1));
        } while (later.size() < ATTEMPTS && !guesses.heldUp());
        return guesses;
    }

    private static List<Answer> send(Devices devices, Request request, int times) {
        return IntStream.range(0, times)
                .mapToObj(n -> devices.wire().send(request))
                .toList();
    }

    private static void judgeGuesses(Judge judge, String where, Guesses guesses) {
        judge.expect(
                        ATTEMPTS + " wrong secrets at " + where,
                        guesses,
                        g -> g.heldUp() ? "a delay or another answer" : "the same answer just as quickly each time",
                        guesses.later())
                .learningNothingFrom(
                        Outcome.of("guesses that took longer", g -> g.span().compareTo(A_MINUTE) > 0),
                        "they took more than a minute, and so few need not be held up")
                .learningNothingFrom(
                        Outcome.of(
                                "guesses that were slow at once",
                                g -> g.ordinary().compareTo(SLUGGISH) > 0),
                        "the first of them took so long already that a delay of a second would not stand out")
                .otherwise("nothing but the length of secrets protects clients against guessing")
                .toBe(Outcome.of("a delay or another answer", Guesses::heldUp));
    }
}
