package org.devicegrant.reports.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One load run. Times are milliseconds unless a name says otherwise.
 *
 * @param tool what ran
 * @param target what it ran against
 * @param scenario its word, for example {@code steady}
 * @param settings what was asked for
 * @param started wall-clock start of the load, for people and for merging
 * @param measuredSeconds length of the part whose figures count
 * @param complete false if the run was cut short
 * @param stoppedBecause why it was cut short, or null
 * @param exitCode the process's exit code
 * @param offeredPollsPerSecond what the devices would ask if every answer came at once
 * @param achievedPollsPerSecond polls answered
 * @param latencyMs of polls, from the intended send time
 * @param scheduleErrorMs how late the generator handed requests over
 * @param connectingMs from the hand-over until a request was written
 * @param issuanceMs of device authorization requests, from the intended send time
 * @param approvalToTokenMs from the confirmed approval to the token, if there were approvals
 * @param answers how many of each kind, in the part that counts
 * @param unanswered requests that had no answer when the run ended
 * @param unsent requests that were due and that the generator never sent, because the run was over
 * @param errorShare failures among the answers, from 0 to 1
 * @param violations each invariant with its breaches, over the whole run
 * @param objectives each objective, and whether it was met
 * @param limitedBy what kept the figures from being better
 * @param generator how the generator and its machine were
 * @param timeline the whole run in slices
 * @param findings what belongs to this scenario alone
 * @param conclusions what to conclude, in at most three sentences
 * @param notes what a reader should know first
 */
public record LoadReport(
        Tool tool,
        Target target,
        String scenario,
        LoadSettings settings,
        Instant started,
        double measuredSeconds,
        boolean complete,
        @Nullable String stoppedBecause,
        int exitCode,
        double offeredPollsPerSecond,
        double achievedPollsPerSecond,
        LoadPercentiles latencyMs,
        LoadPercentiles scheduleErrorMs,
        LoadPercentiles connectingMs,
        LoadPercentiles issuanceMs,
        LoadPercentiles approvalToTokenMs,
        Map<String, Long> answers,
        long unanswered,
        long unsent,
        double errorShare,
        List<LoadInvariant> violations,
        List<LoadObjective> objectives,
        LimitedBy limitedBy,
        LoadGenerator generator,
        List<LoadSlice> timeline,
        LoadFindings findings,
        List<String> conclusions,
        List<String> notes) {

    public LoadReport {
        violations = List.copyOf(violations);
        objectives = List.copyOf(objectives);
        timeline = List.copyOf(timeline);
        conclusions = List.copyOf(conclusions);
        notes = List.copyOf(notes);
    }

    /** How often any invariant was broken. */
    public long violationCount() {
        return violations.stream().mapToLong(LoadInvariant::count).sum();
    }

    /** Name and version of the harness, and the Java it ran on. */
    public record Tool(String name, String version, String java) {}

    /** The server under load. */
    public record Target(
            String name, @Nullable String issuer, String tokenEndpoint, String deviceAuthorizationEndpoint) {}

    /** What kept the figures from being better. */
    public enum LimitedBy {
        /** The server: an objective was missed, or it could not keep up, while the generator was well. */
        SERVER,
        /** The generator or its machine: the figures say little about the server. */
        GENERATOR,
        /** Nothing: everything that was offered was carried. */
        NONE
    }

    /**
     * An invariant of the protocol.
     *
     * @param id its name
     * @param rule the rule in one sentence
     * @param count how often it was broken
     * @param examples the first breaches, without secrets
     */
    public record LoadInvariant(String id, String rule, long count, List<String> examples) {
        public LoadInvariant {
            examples = List.copyOf(examples);
        }
    }

    /**
     * An objective.
     *
     * @param name for example {@code p99}
     * @param limit for example {@code 250 ms}
     * @param measured the same measure of this run
     * @param met whether it holds
     */
    public record LoadObjective(String name, String limit, String measured, boolean met) {}

    /**
     * A stretch of the run.
     *
     * @param startSeconds since the origin
     * @param seconds its length
     * @param answers of each kind in it
     * @param p50Ms median latency of its polls
     * @param p99Ms 99th percentile
     * @param maxMs largest
     * @param scheduleErrorP99Ms of the generator
     */
    public record LoadSlice(
            double startSeconds,
            double seconds,
            Map<String, Long> answers,
            double p50Ms,
            double p99Ms,
            double maxMs,
            double scheduleErrorP99Ms) {}
}
