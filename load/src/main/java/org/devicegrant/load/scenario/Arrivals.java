package org.devicegrant.load.scenario;

import java.time.Duration;

/**
 * When each device arrives. Depends on the device's number and the seed alone, so that several injectors together make
 * the same arrivals as one.
 */
final class Arrivals {
    private final int devices;
    private final long ramp;
    private final long seed;

    Arrivals(int devices, Duration ramp, long seed) {
        this.devices = devices;
        this.ramp = ramp.toNanos();
        this.seed = seed;
    }

    /**
     * Offset of a device's arrival in nanoseconds: one in each of equal slots, at a place within it that the seed
     * chooses. Evenly spread without being in step.
     */
    long of(int number) {
        double place = (SplitMix.at(seed, number) >>> 11) * 0x1.0p-53;
        return (long) ((shuffled(number) + place) * ramp / devices);
    }

    /** Another order than that of the numbers, or each injector would have its own part of the time to itself. */
    private long shuffled(int number) {
        // Multiplying by a number without common factor is a permutation; the golden ratio spreads neighbours widely.
        long step = Math.max(1, Math.round(devices * 0.6180339887));
        while (gcd(step, devices) != 1) {
            step++;
        }
        return number * step % devices;
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    /** A random sequence of which every element can be had directly. */
    private static final class SplitMix {
        static long at(long seed, long index) {
            long z = seed + (index + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }
}
