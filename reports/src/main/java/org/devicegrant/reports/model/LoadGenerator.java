package org.devicegrant.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the load generator and its machine were while they measured. Null is unknown.
 *
 * @param processors of the machine
 * @param cpuSeconds CPU time of the generator
 * @param cpuShare of all processors, from 0 to 1
 * @param cpuMicrosPerPoll CPU time per poll, in microseconds
 * @param busiestLoopShare share of one processor that the busiest event loop took, from 0 to 1
 * @param jitShare share of the time in which the compiler worked
 * @param longestPauseMs longest stop for garbage
 * @param stolenShare processor time that the hypervisor gave to others, from 0 to 1
 * @param throttled how often the container was held back
 * @param connectionsOpened while figures counted
 * @param openFiles most at once
 * @param ceilingPollsPerSecond what this generator reached against a server that answers at once, minutes before
 * @param ceilingCpuMicrosPerPoll CPU time per poll of the generator then
 * @param guards guards that were broken, in words; none if the figures can be trusted
 */
public record LoadGenerator(
        int processors,
        double cpuSeconds,
        double cpuShare,
        double cpuMicrosPerPoll,
        double busiestLoopShare,
        double jitShare,
        long longestPauseMs,
        @Nullable Double stolenShare,
        @Nullable Double throttled,
        @Nullable Double connectionsOpened,
        @Nullable Double openFiles,
        @Nullable Double ceilingPollsPerSecond,
        @Nullable Double ceilingCpuMicrosPerPoll,
        List<String> guards) {
    public LoadGenerator {
        guards = List.copyOf(guards);
    }
}
