package org.devicegrant.load.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.devicegrant.load.approval.Sessions;
import org.devicegrant.load.objective.Objectives;
import org.devicegrant.load.run.Connections;
import org.devicegrant.reports.model.LoadCapacity.Instances;
import org.jspecify.annotations.Nullable;

/**
 * What a load run is asked for, beside its scenario and its target.
 *
 * @param devices how many devices, over all injectors
 * @param duration how long figures count
 * @param ramp time over which devices arrive, or null to choose
 * @param pad what a device waits beyond the interval
 * @param connections how they are used
 * @param warmUp how long the generator warms up at most, against a server of its own; zero for not at all
 * @param seed seed of the arrivals
 * @param shard which part of the devices
 * @param startAt when to start, for several injectors, or null
 * @param objectives what must be reached
 * @param limits what must not be exceeded
 * @param wave details of the scenarios that are waves
 * @param search details of {@code capacity}
 */
public record LoadOptions(
        int devices,
        Duration duration,
        @Nullable Duration ramp,
        Duration pad,
        Connections connections,
        Duration warmUp,
        long seed,
        Shard shard,
        @Nullable Instant startAt,
        Objectives objectives,
        Limits limits,
        Wave wave,
        Search search) {

    /** One injector, a hundred devices on shared connections, one minute. */
    public static LoadOptions defaults() {
        return new LoadOptions(
                100,
                Duration.ofSeconds(60),
                null,
                Duration.ofMillis(100),
                Connections.SHARED,
                Duration.ofSeconds(12),
                1,
                Shard.whole(),
                null,
                Objectives.none(),
                Limits.defaults(),
                Wave.defaults(),
                Search.defaults());
    }

    /** The same for another number of devices. */
    public LoadOptions withDevices(int count) {
        return with(count, duration, warmUp, wave);
    }

    /** The same for another duration. */
    public LoadOptions withDuration(Duration other) {
        return with(devices, other, warmUp, wave);
    }

    /** The same with another warm-up. */
    public LoadOptions withWarmUp(Duration other) {
        return with(devices, duration, other, wave);
    }

    /** The same with other details of waves. */
    public LoadOptions withWave(Wave other) {
        return with(devices, duration, warmUp, other);
    }

    private LoadOptions with(int count, Duration length, Duration warming, Wave waves) {
        return new LoadOptions(
                count,
                length,
                ramp,
                pad,
                connections,
                warming,
                seed,
                shard,
                startAt,
                objectives,
                limits,
                waves,
                search);
    }

    /**
     * Hard caps, against a slip of the pen.
     *
     * @param pollsPerSecond most requests per second that may be planned
     * @param duration longest run
     */
    public record Limits(double pollsPerSecond, Duration duration) {
        /** 5,000 a second, one hour. */
        public static Limits defaults() {
            return new Limits(5_000, Duration.ofHours(1));
        }
    }

    /**
     * Details of waves.
     *
     * @param rate device authorization requests per second, of {@code issuance}
     * @param share of the devices that is approved, from 0 to 1, of {@code approval-wave}
     * @param window time over which they are approved
     * @param sessions in which they are approved
     * @param codes pending codes at the end of {@code backlog}
     */
    public record Wave(double rate, double share, Duration window, Sessions sessions, long codes) {
        /** 50 a second; half of the devices in ten seconds, each in a session of its own; 10,000 codes. */
        public static Wave defaults() {
            return new Wave(50, 0.5, Duration.ofSeconds(10), Sessions.OWN, 10_000);
        }
    }

    /**
     * Details of the search for the capacity.
     *
     * @param trial how long a short trial counts
     * @param instances how many instances of the server there are behind its address
     * @param earlier what was found for other numbers of instances
     */
    public record Search(Duration trial, int instances, List<Instances> earlier) {
        public Search {
            earlier = List.copyOf(earlier);
        }

        /** 25 seconds; one instance; nothing. */
        public static Search defaults() {
            return new Search(Duration.ofSeconds(25), 1, List.of());
        }
    }
}
