package org.devicegrant.conformance.requirement;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has to elapse before a check can have its verdict, waiting for the user not included.
 *
 * @param intervals how many polling intervals
 * @param plus fixed time on top
 * @param lifetime whether the lifetime of a code has to pass
 * @param window whether the declared window after approval has to pass
 */
public record Time(int intervals, Duration plus, boolean lifetime, boolean window) {
    private static final Pattern INTERVALS = Pattern.compile("(\\d+)\\*interval(?: \\+ (\\d+)s)?");

    /**
     * Reads {@code seconds}, {@code expires_in}, {@code window}, {@code 5*interval} or {@code 5*interval + 60s}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Time of(String text) {
        Matcher matcher = INTERVALS.matcher(text);
        if (matcher.matches()) {
            String plus = matcher.group(2);
            Duration fixed = plus == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(plus));
            return new Time(Integer.parseInt(matcher.group(1)), fixed, false, false);
        }
        return switch (text) {
            case "seconds" -> new Time(0, Duration.ZERO, false, false);
            case "expires_in" -> new Time(0, Duration.ZERO, true, false);
            case "window" -> new Time(0, Duration.ZERO, false, true);
            default -> throw new IllegalArgumentException("no time is written \"" + text + "\"");
        };
    }

    /**
     * The least time that it takes at a server.
     *
     * @param interval the server's polling interval
     * @param lifetimeOfCode lifetime of a device code
     * @param windowAfterApproval declared window; zero if there is none
     */
    public Duration at(Duration interval, Duration lifetimeOfCode, Duration windowAfterApproval) {
        Duration sum = interval.multipliedBy(intervals).plus(plus);
        Duration withLifetime = lifetime ? sum.plus(lifetimeOfCode) : sum;
        return window ? withLifetime.plus(windowAfterApproval) : withLifetime;
    }

    /** As the catalogue writes it. */
    @Override
    public String toString() {
        if (lifetime || window) {
            return lifetime ? "expires_in" : "window";
        }
        String fixed = plus.isZero() ? "" : " + " + plus.toSeconds() + "s";
        return intervals == 0 ? "seconds" : intervals + "*interval" + fixed;
    }
}
