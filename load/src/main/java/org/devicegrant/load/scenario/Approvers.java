package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.devicegrant.load.approval.ApprovalFailed;
import org.devicegrant.load.approval.Approvals;
import org.devicegrant.load.measure.Percentiles;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.step.Device.UserSide;
import org.devicegrant.reports.model.LoadFindings;
import org.jspecify.annotations.Nullable;

/** Approve chosen devices along a schedule while these go on polling. */
public final class Approvers implements AutoCloseable {
    /** Tag of the time that one approval took, in histogram logs. */
    public static final String DURATIONS = "approval";

    private static final int HANDS = 8;
    /** Approvals that are under way at the end may take so much longer. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** Between two looks whether a code has come. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final long LONGEST_MICROS = Duration.ofHours(1).toNanos() / 1000;

    private final Approvals approvals;
    private final List<Device> chosen;
    private final Stage stage;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        Thread thread = new Thread(task, "approver");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong lastConfirmed = new AtomicLong();
    private final LongAdder confirmed = new LongAdder();
    private final ConcurrentHistogram durations = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Map<String, LongAdder> problems = new ConcurrentSkipListMap<>();
    private volatile long start;
    private volatile boolean over;

    Approvers(Approvals approvals, List<Device> chosen, Stage stage) {
        this.approvals = approvals;
        this.chosen = chosen;
        this.stage = stage;
    }

    /** Starts, the first time it is called. */
    void start() {
        if (started.compareAndSet(false, true)) {
            start = stage.clock().nanos();
            for (int hand = 0; hand < HANDS; hand++) {
                hands.execute(this::work);
            }
        }
    }

    /** Begins no further approval and tells what became of each. */
    LoadFindings.Approvals findings() {
        finish();
        long lost = chosen.size()
                - confirmed.sum()
                - problems.values().stream().mapToLong(LongAdder::sum).sum();
        problem("the run ended before that", lost);
        stage.histograms().add(DURATIONS, durations);
        double seconds = (lastConfirmed.get() - start) / 1e9;
        List<String> told = problems.entrySet().stream()
                .map(problem -> problem.getValue().sum() + " times: " + problem.getKey())
                .toList();
        return new LoadFindings.Approvals(
                approvals.by(),
                chosen.size(),
                confirmed.sum(),
                confirmed.sum() == 0 || seconds <= 0 ? 0 : confirmed.sum() / seconds,
                Percentiles.of(durations),
                told);
    }

    private void finish() {
        over = true;
        hands.shutdown();
        try {
            if (!hands.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                hands.shutdownNow();
                hands.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }

    private void work() {
        long spacing = stage.options().wave().window().toNanos() / Math.max(1, chosen.size());
        for (int turn = next.getAndIncrement(); turn < chosen.size(); turn = next.getAndIncrement()) {
            long due = start + turn * spacing;
            if (ended()
                    || !stage.clock().await(Duration.ofNanos(due - stage.clock().nanos()))
                    || ended()) {
                return;
            }
            approve(chosen.get(turn));
        }
    }

    private boolean ended() {
        return over || stage.stop().raised();
    }

    /** The code that the user of that device sees, waited for while it may still be under way. */
    private @Nullable UserSide code(Device device) {
        long end = stage.clock().nanos() + stage.target().reach().timeout().toNanos();
        while (device.userSide() == null
                && device.needsCode()
                && !ended()
                && stage.clock().nanos() - end < 0
                && stage.clock().await(LOOK)) {
            // Nothing else to do.
            continue;
        }
        return device.userSide();
    }

    private void approve(Device device) {
        UserSide code = code(device);
        if (code == null) {
            problem(ended() ? "the run ended before that" : "the device had no code at that moment", 1);
            return;
        }
        device.beginDecision();
        long begun = stage.clock().nanos();
        try {
            approvals.approve(code);
            long now = stage.clock().nanos();
            device.confirmApproval(now);
            confirmed.increment();
            durations.recordValue(Math.min(LONGEST_MICROS, (now - begun) / 1000));
            lastConfirmed.accumulateAndGet(now, Math::max);
        } catch (ApprovalFailed e) {
            problem(ended() ? "the run ended before that" : String.valueOf(e.getMessage()), 1);
        }
    }

    private void problem(String what, long times) {
        if (times > 0) {
            problems.computeIfAbsent(what, any -> new LongAdder()).add(times);
        }
    }
}
