package org.devicegrant.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much the server carries.
 *
 * @param devicesFrom devices carried at the interval, lower end: this many were carried
 * @param devicesTo upper end: this many were not, or null if no such number was found
 * @param pollsPerSecond at the lower end
 * @param gaveOut what gave out at the upper end, in words
 * @param confirmed how many full-length trials confirmed the lower end, of how many
 * @param machineDrift largest relative change of the reference trial's latency, from 0
 * @param trials every trial, in order
 * @param instances capacity by number of server instances, if several were measured
 * @param law the fitted law, or null with fewer than three instance counts
 * @param prediction what to expect beyond what was measured, in words, with its confidence
 */
public record LoadCapacity(
        int devicesFrom,
        @Nullable Integer devicesTo,
        double pollsPerSecond,
        String gaveOut,
        String confirmed,
        double machineDrift,
        List<Trial> trials,
        List<Instances> instances,
        @Nullable Law law,
        String prediction) {
    public LoadCapacity {
        trials = List.copyOf(trials);
        instances = List.copyOf(instances);
    }

    /**
     * One trial.
     *
     * @param kind {@code doubling}, {@code bisection}, {@code confirmation} or {@code reference}
     * @param devices how many waited
     * @param seconds how long it counted
     * @param offeredPerSecond polls offered
     * @param achievedPerSecond polls answered
     * @param p50Ms median latency
     * @param p99Ms 99th percentile
     * @param errorShare from 0 to 1
     * @param verdict {@code pass}, {@code fail} or {@code invalid}
     * @param why why it failed or was invalid; empty for a pass
     */
    public record Trial(
            String kind,
            int devices,
            double seconds,
            double offeredPerSecond,
            double achievedPerSecond,
            double p50Ms,
            double p99Ms,
            double errorShare,
            String verdict,
            String why) {}

    /** Polls per second carried by so many instances. */
    public record Instances(int count, double pollsPerSecond) {}

    /**
     * The Universal Scalability Law, {@code X(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1))}.
     *
     * @param lambda polls per second of one instance
     * @param sigma contention
     * @param kappa crosstalk
     * @param fit share of the variance that it explains, at most 1
     */
    public record Law(double lambda, double sigma, double kappa, double fit) {}
}
