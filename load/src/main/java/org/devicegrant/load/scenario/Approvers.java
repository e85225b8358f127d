package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

/** Approve chosen devices along a schedule while these go on polling. */
public final class Approvers implements AutoCloseable {
    /** Tag of the time that one approval took, in histogram logs. */
    public static final String DURATIONS = "approval";

    private static final int HANDS = 8;
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

    LoadFindings.Approvals findings() {
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

    @Override
    public void close() {
        hands.shutdownNow();
    }

    private void work() {
        long spacing = stage.options().wave().window().toNanos() / Math.max(1, chosen.size());
        for (int turn = next.getAndIncrement(); turn < chosen.size(); turn = next.getAndIncrement()) {
            long due = start + turn * spacing;
            if (stage.stop().raised()
                    || !stage.clock().await(Duration.ofNanos(due - stage.clock().nanos()))) {
                return;
            }
            approve(chosen.get(turn));
        }
    }

    private void approve(Device device) {
        UserSide code = device.userSide();
        if (code == null) {
            problem("the device had no code at that moment");
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
            problem(String.valueOf(e.getMessage()));
        }
    }

    private void problem(String what) {
        problems.computeIfAbsent(what, any -> new LongAdder()).increment();
    }
}
