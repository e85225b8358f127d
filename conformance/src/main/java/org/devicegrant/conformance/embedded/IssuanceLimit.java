package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.http.ServerClock;

/**
 * A limit on device authorization requests in front of the server: a few at once, then a steady rate; whoever is over
 * it gets 429 and is told when to come back (RFC 6585 section 4).
 */
public final class IssuanceLimit implements Around<Request, Answer> {
    private final int burst;
    private final double perSecond;
    private final ServerClock clock;
    private double left;
    private Instant last;

    /** At most {@code burst} at once, and {@code perSecond} in the long run. */
    public IssuanceLimit(int burst, double perSecond, ServerClock clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = burst;
        this.last = clock.now();
    }

    @Override
    public Answer apply(Request request, Function<Request, Answer> next) {
        if (taken()) {
            return next.apply(request);
        }
        long seconds = (long) Math.ceil(1 / perSecond);
        return Answer.json(429, Json.object().put("error", "temporarily_unavailable"))
                .header("Retry-After", Long.toString(Math.max(1, seconds)))
                .header("Cache-Control", "no-store");
    }

    private synchronized boolean taken() {
        Instant now = clock.now();
        double gained = Duration.between(last, now).toMillis() / 1000.0 * perSecond;
        left = Math.min(burst, left + gained);
        last = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
