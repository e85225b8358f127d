package org.devicegrant.load.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.devicegrant.load.run.Tick;
import org.devicegrant.reports.Terminal;

/** One line a second for people at a terminal, rewritten in place; in a log, a line every half minute. */
final class Progress implements Consumer<Tick> {
    private static final int TICKS_PER_LINE = 30;

    private final PrintWriter out;
    private final String scenario;
    private final boolean rewrites;
    private final int width;
    private long lastTotal;
    private int ticks;

    /** @param rewrites whether a line may be written over, because a person looks on */
    Progress(PrintWriter out, String scenario, boolean rewrites) {
        this.out = out;
        this.scenario = scenario;
        this.rewrites = rewrites;
        this.width = Terminal.of(System.getenv(), rewrites).width() - 1;
    }

    @Override
    public void accept(Tick tick) {
        long total = tick.answers().total();
        // A search plays many trials, and each counts from nothing.
        lastTotal = Math.min(lastTotal, total);
        String line = line(tick, total - lastTotal);
        lastTotal = total;
        ticks++;
        if (rewrites) {
            String cut = line.length() > width ? line.substring(0, width) : line;
            out.print("\r" + cut + " ".repeat(width - cut.length()));
            out.flush();
        } else if (ticks % TICKS_PER_LINE == 0) {
            out.println(line);
        }
    }

    private String line(Tick tick, long answers) {
        return String.format(
                Locale.ROOT,
                "%s %4.0f s  %d devices  %d/s  p99 %.1f ms  late %.1f ms  failed %d  violations %d",
                scenario,
                Math.max(0, tick.seconds()),
                tick.devices(),
                answers,
                tick.p99Micros() / 1000.0,
                tick.latenessP99Micros() / 1000.0,
                tick.answers().failures(),
                tick.violations());
    }

    /** Leaves the line. */
    void done() {
        if (rewrites) {
            out.print("\r" + " ".repeat(width) + "\r");
        }
        out.flush();
    }
}
