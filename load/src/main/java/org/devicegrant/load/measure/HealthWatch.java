package org.devicegrant.load.measure;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.devicegrant.load.time.Clock;

/** Watches this process and its machine from when it is made until it is closed. */
public final class HealthWatch implements AutoCloseable {
    private static final String LOOPS = "gatling-";

    private final Clock clock;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong longestPause = new AtomicLong();
    private final NotificationListener pauses = (notification, handback) -> pause(notification);
    private final long start;
    private final long cpu;
    private final long jit;
    private final Map<Long, Long> firstSeen = new HashMap<>();
    private final Map<Long, Long> lastSeen = new HashMap<>();
    private final java.util.Optional<Machine.Ticks> ticks = Machine.ticks();
    private final OptionalLong throttled = Machine.throttled();
    private final OptionalLong connects = Machine.connects();
    private long openFiles = -1;

    /** Starts watching. */
    public HealthWatch(Clock clock) {
        this.clock = clock;
        this.start = clock.nanos();
        this.cpu = system.getProcessCpuTime();
        this.jit = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
        look();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(pauses, null, null);
            }
        }
    }

    /** Looks at what is only visible now and then, or only while threads live; once a second is enough. */
    public synchronized void look() {
        openFiles = Math.max(openFiles, Machine.openFiles().orElse(-1));
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(LOOPS)) {
                long time = threads.getThreadCpuTime(thread.getThreadId());
                firstSeen.putIfAbsent(thread.getThreadId(), time);
                lastSeen.merge(thread.getThreadId(), time, Math::max);
            }
        }
    }

    /** What was seen so far. */
    public Health health() {
        look();
        double seconds = (clock.nanos() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        long compiled = ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - jit;
        return new Health(
                seconds,
                cpuSeconds,
                cpuSeconds / seconds / Runtime.getRuntime().availableProcessors(),
                busiestLoop() / 1e9 / seconds,
                compiled / 1e3 / seconds,
                longestPause.get(),
                stolen(),
                difference(Machine.throttled(), throttled),
                difference(Machine.connects(), connects),
                openFiles < 0 ? OptionalDouble.empty() : OptionalDouble.of(openFiles));
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(pauses);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException("a listener was added to every collector", e);
                }
            }
        }
    }

    private void pause(Notification notification) {
        if (notification.getUserData() instanceof CompositeData data) {
            GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(data);
            // Concurrent collectors report their cycles here too, which stop nobody.
            if (!info.getGcName().contains("Concurrent") && !info.getGcName().contains("Cycles")) {
                longestPause.accumulateAndGet(info.getGcInfo().getDuration(), Math::max);
            }
        }
    }

    private synchronized long busiestLoop() {
        return lastSeen.entrySet().stream()
                .mapToLong(loop -> loop.getValue() - firstSeen.getOrDefault(loop.getKey(), 0L))
                .max()
                .orElse(0);
    }

    private OptionalDouble stolen() {
        return Machine.ticks()
                .flatMap(now -> ticks.map(then -> now.all() == then.all()
                        ? 0.0
                        : (double) (now.stolen() - then.stolen()) / (now.all() - then.all())))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble difference(OptionalLong now, OptionalLong then) {
        return now.isPresent() && then.isPresent()
                ? OptionalDouble.of(now.getAsLong() - then.getAsLong())
                : OptionalDouble.empty();
    }
}
