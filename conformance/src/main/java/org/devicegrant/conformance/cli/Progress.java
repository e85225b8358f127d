package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Waiting;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.reports.VisibleText;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/**
 * Tells how far a run is and what it waits for, on standard error. A person sees one line that is written over; a log
 * gets the first verdict, every failure, a count now and then, and a sign of life where nothing else was said for long.
 * With {@code --quiet} nothing is said, with {@code --verbose} every verdict.
 */
final class Progress implements RunListener {
    private static final int VERDICTS_PER_LINE = 25;
    private static final int FEW = 2;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final PrintWriter err;
    private final Voice voice;
    private final boolean rewrites;
    private final int width;
    private final Clock clock;
    private final long start;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private Iterable<Waiting.Wait> waits = List.of();
    private final Set<String> open = new LinkedHashSet<>();
    private String last = "";
    private int selected;
    private int done;
    private long spoke;
    private boolean lineOpen;
    private boolean over;

    /** @param rewrites whether a line may be written over */
    Progress(Voice voice, boolean rewrites, Clock clock) {
        this.err = voice.err();
        this.voice = voice;
        this.rewrites = rewrites;
        this.width = voice.terminal().width();
        this.clock = clock;
        this.start = clock.nanos();
        this.spoke = start;
    }

    synchronized void introduce(Target target) {
        line(Versions.text() + " at " + VisibleText.terminal(target.name()));
        line("Trying what the target file says ...");
    }

    /** Tells from now on what these wait for. */
    synchronized void watch(Iterable<Waiting.Wait> current) {
        this.waits = current;
    }

    @Override
    public synchronized void started(List<String> ids) {
        selected = ids.size();
        open.addAll(ids);
        line(selected + (selected == 1 ? " check begins" : " checks begin"));
    }

    @Override
    public synchronized void note(String note) {
        line(VisibleText.terminal(note));
    }

    @Override
    public synchronized void verdict(CheckResult result) {
        done++;
        counts.merge(result.verdict(), 1, Integer::sum);
        last = result.id();
        open.remove(result.id());
        if (done == 1) {
            line(String.format(
                    Locale.ROOT, "first verdict after %.1f s: %s", elapsed().toMillis() / 1000.0, said(result)));
        } else if (voice.verbose() || result.verdict() == Verdict.FAIL) {
            line(said(result));
        }
        if (rewrites) {
            rewrite();
        } else if (done % VERDICTS_PER_LINE == 0 || done == selected) {
            line(state());
        }
    }

    /** Called about once a second while the run goes on. */
    synchronized void tick() {
        if (rewrites) {
            rewrite();
        } else if (clock.nanos() - spoke >= SILENCE.toNanos()) {
            line(state());
        }
    }

    /** Lets a complaint have a line of its own, which it gets even with {@code --quiet}. */
    synchronized void interject(Runnable complaint) {
        clear();
        complaint.run();
        err.flush();
    }

    /** Says nothing more and leaves a clean line behind. */
    synchronized void end() {
        over = true;
        clear();
        err.flush();
    }

    /** {@code 11 pass, 1 fail}. */
    static String counted(Map<Verdict, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " "
                        + count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private String said(CheckResult result) {
        String line = result.verdict() + "  " + result.id();
        return voice.verbose() && !result.message().isBlank()
                ? line + "  " + VisibleText.terminal(VisibleText.oneLine(result.message()))
                : line;
    }

    /** How far the run is and what holds it up come first: narrow terminals cut the rest. */
    private String state() {
        String wait = LongestWait.of(waits, clock);
        String held = wait.isEmpty() ? "" : "; " + wait;
        if (selected == 0) {
            return "trying the target file, " + elapsed().toSeconds() + " s" + held;
        }
        return done + " of " + selected + " after " + elapsed().toSeconds() + " s"
                + held
                + (done == 0 ? "" : "; " + counted(counts))
                + (open.isEmpty() || open.size() > FEW ? "" : "; still " + String.join(", ", open));
    }

    private Duration elapsed() {
        return Duration.ofNanos(clock.nanos() - start);
    }

    private void clear() {
        if (lineOpen) {
            err.print("\r" + " ".repeat(width - 1) + "\r");
            lineOpen = false;
        }
    }

    private void line(String text) {
        if (voice.quiet() || over) {
            return;
        }
        clear();
        err.println(text);
        err.flush();
        spoke = clock.nanos();
    }

    private void rewrite() {
        if (voice.quiet() || over) {
            return;
        }
        String text = state() + (last.isEmpty() ? "" : "; last " + last);
        String cut = text.length() < width ? text : text.substring(0, width - 1);
        err.print("\r" + cut + " ".repeat(width - 1 - cut.length()));
        err.flush();
        lineOpen = true;
    }
}
