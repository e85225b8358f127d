package org.devicegrant.load.run;

import org.devicegrant.load.measure.Answers;

/**
 * How a run goes, once a second.
 *
 * @param seconds since the origin
 * @param devices that still take part
 * @param answers all so far
 * @param polls answered since the last tick
 * @param p99Micros of those
 * @param latenessP99Micros the generator's schedule error since the last tick
 * @param violations all so far
 * @param beyondLoad those that load alone does not explain
 * @param underway requests that wait for their answer
 */
public record Tick(
        double seconds,
        long devices,
        Answers answers,
        long polls,
        long p99Micros,
        long latenessP99Micros,
        long violations,
        long beyondLoad,
        long underway) {}
