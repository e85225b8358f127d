package org.devicegrant.load.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether what is alive leaves so little of the heap that a run is better ended while its report can still be written. An
 * error for want of memory strikes any thread, also those that others count on.
 */
public final class HeapWatch {
    /** Beyond this a collector does little else but collect. */
    private static final double MOST = 0.9;

    private final Supplier<Optional<Reading>> readings;

    /** A watch that asks there. */
    public HeapWatch(Supplier<Optional<Reading>> readings) {
        this.readings = readings;
    }

    /** A watch over the heap of this process: the part where objects stay, as the last collection of it has left it. */
    public static HeapWatch ofThisProcess() {
        return new HeapWatch(() -> ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null && usage.getMax() > 0)
                .max(Comparator.comparingLong(MemoryUsage::getMax))
                .map(usage -> new Reading(usage.getUsed(), usage.getMax())));
    }

    /** Whether it is nearly full. */
    public boolean nearlyFull() {
        return readings.get()
                .filter(reading -> reading.alive > MOST * reading.most)
                .isPresent();
    }

    /**
     * How full it is.
     *
     * @param alive bytes that the last collection could not free
     * @param most bytes that there can be
     */
    public record Reading(long alive, long most) {}
}
