package org.devicegrant.reports.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One conformance run.
 *
 * @param tool what ran
 * @param target what it ran against
 * @param profile the profile it was graded under
 * @param started wall-clock start, for people only; nothing is judged by it
 * @param durationMs whole run in milliseconds
 * @param exitCode the process's exit code
 * @param complete false if the run was cut short
 * @param results one per requirement of the catalogue, in catalogue order
 * @param clients verdict per widespread client
 * @param dialect the older or private protocol that the server speaks, or null if it speaks RFC 8628
 * @param polling what was measured of the server's polling behaviour, or null if nothing was
 * @param criticalPathMs the shortest possible duration given the server's lifetimes, in milliseconds, or null if unknown
 * @param notes what a reader should know first, for example which browser was used
 */
public record RunReport(
        Tool tool,
        Target target,
        String profile,
        Instant started,
        long durationMs,
        int exitCode,
        boolean complete,
        List<CheckResult> results,
        List<ClientResult> clients,
        @Nullable Dialect dialect,
        @Nullable Polling polling,
        @Nullable Long criticalPathMs,
        List<String> notes) {

    public RunReport {
        results = List.copyOf(results);
        clients = List.copyOf(clients);
        notes = List.copyOf(notes);
    }

    /** How many results carry each verdict; every verdict is present. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        results.forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        return counts;
    }

    /** Name, version and catalogue version of the harness, and what it ran on. */
    public record Tool(String name, String version, String catalogue, String java, String browser) {}

    /**
     * The server under test.
     *
     * @param name as the target file calls it
     * @param issuer issuer identifier, or null if it is unknown
     * @param tokenEndpoint where devices poll, or null if it is unknown
     * @param deviceAuthorizationEndpoint where codes come from, or null if it is unknown
     * @param insecure whether certificate errors were ignored, so that anybody may have answered; null if an earlier
     *     version wrote the run
     */
    public record Target(
            String name,
            @Nullable String issuer,
            @Nullable String tokenEndpoint,
            @Nullable String deviceAuthorizationEndpoint,
            @Nullable Boolean insecure) {}

    /** Whether a widespread client could log in here, and the first thing that would break it. */
    public record ClientResult(
            String client, Verdict verdict, String breaksOn, String source, List<Integer> exchanges) {}

    /**
     * A known habit of answering otherwise than RFC 8628 says, named once instead of as many failures.
     *
     * @param name as its speakers are known, for example {@code github-200}
     * @param words what is different, a clause that goes on after "this server speaks ...: "
     * @param explains ids of the results that are not as they should be because of it
     * @param exchanges where it was heard
     */
    public record Dialect(String name, String words, List<String> explains, List<Integer> exchanges) {
        public Dialect {
            explains = List.copyOf(explains);
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * Measured polling behaviour. Bounds are milliseconds, lower then upper; absent where nothing was measured, and then
     * {@code unknown} says why.
     *
     * @param toleranceMs by how much a poll may come before the interval is over
     * @param windowStart what starts the window: accepted poll or any poll
     * @param penalty whether a slow_down lengthens the interval: none, fixed or escalating, in words
     * @param penaltyStepMs by how much the first slow_down lengthens the interval
     * @param latches whether a device can get out of its penalty, in words
     * @param lifetimeMs lifetime of the device code
     * @param userCodeLifetimeMs lifetime of the user code
     * @param purgeMs how long after expiry the code is still known
     * @param throttle per code, per client or none
     * @param precedence which of expiry, throttle and decision is looked at first
     * @param unknown why a measure is absent, by its name in {@code results.json}
     * @param timeline measured polls, for the figure
     */
    public record Polling(
            @Nullable List<Long> toleranceMs,
            @Nullable String windowStart,
            @Nullable String penalty,
            @Nullable List<Long> penaltyStepMs,
            @Nullable String latches,
            @Nullable List<Long> lifetimeMs,
            @Nullable List<Long> userCodeLifetimeMs,
            @Nullable List<Long> purgeMs,
            @Nullable String throttle,
            @Nullable String precedence,
            Map<String, String> unknown,
            List<TimelinePoint> timeline) {
        public Polling {
            unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
            timeline = List.copyOf(timeline);
        }
    }

    /** One poll of the measured timeline: code's digest or name, when sent (ms since run start), and the answer. */
    public record TimelinePoint(String code, double sentMs, String answer) {}
}
