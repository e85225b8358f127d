package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;

/**
 * Wall-clock time as the server sees it: for claims in tokens only, never for a verdict about time.
 *
 * @param clock the machine's clock
 * @param offset how far the server's clock is ahead of it
 */
public record ServerTime(Clock clock, Duration offset) {
    /** Date header fields are whole seconds and the way takes time; less than this is no difference. */
    private static final Duration NOISE = Duration.ofSeconds(2);

    /** By the last {@code Date} header field among some answers; equal clocks where there is none. */
    public static ServerTime measured(Clock clock, List<Answer> answers) {
        Duration offset = Duration.ZERO;
        for (Answer answer : answers) {
            Instant receipt = clock.wallTime().minusNanos(clock.nanos() - answer.received());
            offset = answer.date().map(date -> Duration.between(receipt, date)).orElse(offset);
        }
        return new ServerTime(clock, offset.abs().compareTo(NOISE) > 0 ? offset : Duration.ZERO);
    }

    /** What time it was at the server when it gave an answer, to the second. */
    public Instant of(Answer answer) {
        return answer.date().orElseGet(() -> now().minusNanos(clock.nanos() - answer.received()));
    }

    /** What time it is at the server. */
    public Instant now() {
        return clock.wallTime().plus(offset);
    }
}
