package org.devicegrant.load.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.devicegrant.load.run.Tick;

/** One line a second for people at a terminal, rewritten in place. */
final class Progress implements Consumer<Tick> {
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final String scenario;
    private long lastTotal;

    Progress(PrintWriter out, String scenario) {
        this.out = out;
        this.scenario = scenario;
    }

    @Override
    public void accept(Tick tick) {
        long total = tick.answers().total();
        // A search plays many trials, and each counts from nothing.
        lastTotal = Math.min(lastTotal, total);
        String line = String.format(
                Locale.ROOT,
                "%s %4.0f s  %d devices  %d/s  p99 %.1f ms  late %.1f ms  failed %d  violations %d",
                scenario,
                Math.max(0, tick.seconds()),
                tick.devices(),
                total - lastTotal,
                tick.p99Micros() / 1000.0,
                tick.latenessP99Micros() / 1000.0,
                tick.answers().failures(),
                tick.violations());
        lastTotal = total;
        out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        out.flush();
    }

    /** Leaves the line. */
    void done() {
        out.print("\r" + " ".repeat(WIDTH) + "\r");
        out.flush();
    }
}
