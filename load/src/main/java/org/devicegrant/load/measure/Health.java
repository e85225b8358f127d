package org.devicegrant.load.measure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the generator and its machine were while they measured.
 *
 * @param seconds how long was looked
 * @param cpuSeconds CPU time of this process
 * @param cpuShare of all processors of the machine, from 0 to 1
 * @param busiestLoop share of one processor that the busiest event loop took, from 0 to 1
 * @param jitShare share of the time in which the compiler worked, from 0 to 1 and beyond with several compilers
 * @param longestPauseMillis longest stop for garbage
 * @param stolen share of processor time that the hypervisor gave to others, if known
 * @param throttled how often the container was held back, if known
 * @param connects connections opened, if known; counts other programs of the same network namespace too
 * @param openFiles most file descriptors open at once, if known
 */
public record Health(
        double seconds,
        double cpuSeconds,
        double cpuShare,
        double busiestLoop,
        double jitShare,
        long longestPauseMillis,
        OptionalDouble stolen,
        OptionalDouble throttled,
        OptionalDouble connects,
        OptionalDouble openFiles) {
    /** What this machine could not say about itself. */
    public List<String> unknown() {
        return java.util.stream.Stream.of(
                        stolen.isPresent() ? "" : "stolen processor time",
                        throttled.isPresent() ? "" : "throttling",
                        connects.isPresent() ? "" : "connections opened",
                        openFiles.isPresent() ? "" : "open files")
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
