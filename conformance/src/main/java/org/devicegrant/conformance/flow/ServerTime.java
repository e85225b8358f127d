package org.devicegrant.conformance.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;

/**
 * Wall-clock time as the server sees it: for claims in tokens only, never for a verdict about time. It goes on by
 * monotonic time: this machine's wall clock may be set while a run goes on, and the server's will not be.
 *
 * @param clock the machine's clock
 * @param origin the server's wall-clock time when monotonic time was {@code at}
 * @param at monotonic nanoseconds
 */
public record ServerTime(Clock clock, Instant origin, long at) {
    /** Date header fields are whole seconds and the way takes time; less than this is no difference. */
    private static final Duration NOISE = Duration.ofSeconds(2);

    /** By the last {@code Date} header field among some answers; equal clocks where there is none. */
    public static ServerTime measured(Clock clock, List<Answer> answers) {
        Instant wall = clock.wallTime();
        long nanos = clock.nanos();
        Duration offset = Duration.ZERO;
        for (Answer answer : answers) {
            Instant sent = wall.minusNanos(nanos - answer.sent());
            Instant received = wall.minusNanos(nanos - answer.received());
            offset = answer.date().map(date -> ahead(date, sent, received)).orElse(offset);
        }
        return new ServerTime(clock, offset.abs().compareTo(NOISE) > 0 ? wall.plus(offset) : wall, nanos);
    }

    /** How far a server is ahead at least, whenever it has given its answer. */
    private static Duration ahead(Instant date, Instant sent, Instant received) {
        if (date.isAfter(received)) {
            return Duration.between(received, date);
        }
        return date.isBefore(sent) ? Duration.between(sent, date) : Duration.ZERO;
    }

    /** What time it was at the server when it gave an answer, to the second. */
    public Instant of(Answer answer) {
        return answer.date().orElseGet(() -> now().minusNanos(clock.nanos() - answer.received()));
    }

    /** What time it is at the server. */
    public Instant now() {
        return origin.plusNanos(clock.nanos() - at);
    }
}
