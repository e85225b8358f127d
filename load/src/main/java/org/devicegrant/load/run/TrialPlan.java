package org.devicegrant.load.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of load. Times are offsets from its origin, which is only fixed when all devices are in their places: the
 * generator's own start takes from tenths of a second to several, and no device may be late from the beginning.
 *
 * @param devices who takes part
 * @param conduct how they behave
 * @param firstDue when each device starts, in nanoseconds from the origin
 * @param countFrom from when on figures count
 * @param end when the devices stop and figures cease to count
 * @param startAt the origin that several injectors agreed on, or null for as soon as possible
 */
public record TrialPlan(
        List<Device> devices,
        Conduct conduct,
        ToLongFunction<Device> firstDue,
        Duration countFrom,
        Duration end,
        @Nullable Instant startAt) {
    public TrialPlan {
        devices = List.copyOf(devices);
    }
}
