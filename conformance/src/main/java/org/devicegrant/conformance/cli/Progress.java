package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/**
 * Tells how far a run is, on standard error. A person sees one line that is written over; a log gets the first verdict,
 * every failure and a count now and then.
 */
final class Progress implements RunListener {
    private static final int VERDICTS_PER_LINE = 25;

    private final PrintWriter err;
    private final boolean rewrites;
    private final int width;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private int selected;
    private int done;
    private boolean lineOpen;

    Progress(Voice voice) {
        this.err = voice.err();
        this.rewrites = voice.rewrites();
        this.width = voice.terminal().width();
    }

    synchronized void introduce(Target target) {
        line(Versions.text() + " at " + target.name());
        line("Trying what the target file says ...");
    }

    @Override
    public synchronized void started(int count) {
        selected = count;
        line(count + " checks begin");
    }

    @Override
    public synchronized void note(String note) {
        line(note);
    }

    @Override
    public synchronized void verdict(CheckResult result) {
        done++;
        counts.merge(result.verdict(), 1, Integer::sum);
        if (result.verdict() == Verdict.FAIL) {
            line("FAIL  " + result.id());
        }
        if (rewrites) {
            rewrite(state() + "  " + result.id());
        } else if (done == 1) {
            line("first verdict: " + result.verdict() + "  " + result.id());
        } else if (done % VERDICTS_PER_LINE == 0 || done == selected) {
            line(state());
        }
    }

    /** Leaves a clean line behind. */
    synchronized void end() {
        if (lineOpen) {
            err.print("\r" + " ".repeat(width - 1) + "\r");
            lineOpen = false;
        }
        err.flush();
    }

    private String state() {
        return done + " of " + selected + ": " + counted(counts);
    }

    /** {@code 11 pass, 1 fail}. */
    static String counted(Map<Verdict, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " "
                        + count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private void line(String text) {
        end();
        err.println(text);
        err.flush();
    }

    private void rewrite(String text) {
        String cut = text.length() < width ? text : text.substring(0, width - 1);
        err.print("\r" + cut + " ".repeat(width - 1 - cut.length()));
        err.flush();
        lineOpen = true;
    }
}
