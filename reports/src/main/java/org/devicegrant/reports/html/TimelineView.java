package org.devicegrant.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;

/**
 * Exchanges on one time axis.
 *
 * @param lanes one row each
 * @param ticks the axis
 * @param kinds the kinds of answer that occur, for the legend
 */
public record TimelineView(List<Lane> lanes, List<Tick> ticks, List<Answer.Kind> kinds) {

    /** Height of a lane in pixels. */
    public static final int LANE = 26;

    private static final int AXIS = 24;
    private static final int MOST_CODES = 16;
    private static final int MOST_TICKS = 10;
    private static final long[] STEPS_MS = {
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        1_800_000,
        3_600_000,
        7_200_000,
        21_600_000,
        86_400_000
    };

    public TimelineView {
        lanes = List.copyOf(lanes);
        ticks = List.copyOf(ticks);
        kinds = List.copyOf(kinds);
    }

    /** A row: its name and its marks. */
    public record Lane(String name, List<Mark> marks) {
        public Lane {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A mark.
     *
     * @param at position in per cent of the axis
     * @param answer what came
     * @param title what a pointer shows
     * @param exchange number of the exchange it stands for, or 0
     */
    public record Mark(String at, Answer answer, String title, int exchange) {}

    /** A line of the axis: position in per cent and its label. */
    public record Tick(String at, String label) {}

    /** All exchanges of a run, one lane for each group of checks. */
    public static TimelineView ofExchanges(RunReport run, List<ExchangeRecord> exchanges) {
        Map<String, String> groups = new LinkedHashMap<>();
        run.results().stream().map(CheckResult::group).forEach(group -> groups.put(group, group));
        run.results().forEach(result -> groups.put(result.id(), result.group()));
        double end = Math.max(
                run.durationMs(),
                exchanges.stream().mapToDouble(ExchangeRecord::sentMs).max().orElse(1));
        Map<String, List<Mark>> lanes = new LinkedHashMap<>();
        for (ExchangeRecord exchange : exchanges) {
            Answer answer = Answer.of(exchange);
            String title = "#" + exchange.number() + " " + exchange.purpose() + ", " + Times.offset(exchange.sentMs())
                    + ": " + answer.word();
            lanes.computeIfAbsent(groups.getOrDefault(exchange.check(), exchange.check()), group -> new ArrayList<>())
                    .add(new Mark(percent(exchange.sentMs(), end), answer, title, exchange.number()));
        }
        return of(lanes, 0, end);
    }

    /** Measured polls, one lane for each code; the axis starts at the first of them. */
    public static TimelineView ofPolls(List<RunReport.TimelinePoint> points) {
        double start = points.stream()
                .mapToDouble(RunReport.TimelinePoint::sentMs)
                .min()
                .orElse(0);
        double end = points.stream()
                .mapToDouble(RunReport.TimelinePoint::sentMs)
                .max()
                .orElse(1);
        Map<String, List<Mark>> lanes = new LinkedHashMap<>();
        for (RunReport.TimelinePoint point : points) {
            if (lanes.containsKey(point.code()) || lanes.size() < MOST_CODES) {
                Answer answer = Answer.ofWord(point.answer());
                lanes.computeIfAbsent(point.code(), code -> new ArrayList<>())
                        .add(new Mark(
                                percent(point.sentMs() - start, end - start),
                                answer,
                                Times.offset(point.sentMs()) + ": " + answer.word(),
                                0));
            }
        }
        return of(lanes, start, end);
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** Height of the drawing in pixels. */
    public int height() {
        return lanes.size() * LANE + AXIS;
    }

    /** Middle of a lane in pixels from the top. */
    public int middle(int lane) {
        return AXIS + lane * LANE + LANE / 2;
    }

    private static TimelineView of(Map<String, List<Mark>> lanes, double start, double end) {
        List<Answer.Kind> kinds = lanes.values().stream()
                .flatMap(List::stream)
                .map(mark -> mark.answer().kind())
                .distinct()
                .sorted()
                .toList();
        return new TimelineView(
                lanes.entrySet().stream()
                        .map(lane -> new Lane(lane.getKey(), lane.getValue()))
                        .toList(),
                ticks(start, end),
                kinds);
    }

    private static List<Tick> ticks(double start, double end) {
        double span = Math.max(1, end - start);
        long step = STEPS_MS[STEPS_MS.length - 1];
        for (int i = STEPS_MS.length - 1; i >= 0 && span / STEPS_MS[i] <= MOST_TICKS; i--) {
            step = STEPS_MS[i];
        }
        List<Tick> ticks = new ArrayList<>();
        for (double at = Math.ceil(start / step) * step; at <= end && ticks.size() <= MOST_TICKS; at += step) {
            ticks.add(new Tick(percent(at - start, span), at == 0 ? "0" : Times.duration(at)));
        }
        return ticks;
    }

    /** Leaves a margin of one per cent on the left and four on the right for marks and labels at the ends. */
    private static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.3f%%", 1 + 95 * part / Math.max(1, whole));
    }
}
