package org.devicegrant.conformance.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what was found about each subject as soon as it is, in a file that grows: a run that is stopped has found
 * something, too. Used by many threads.
 */
final class Ledger {
    private static final Path FILE = Path.of(System.getProperty("basedir", "."), "target", "self-test.txt");

    private final String what;
    private final int subjects;
    private int done;

    Ledger(String what, int subjects) {
        this.what = what;
        this.subjects = subjects;
    }

    synchronized void enter(String subject, Duration took, Findings findings) {
        done++;
        List<String> lines = new ArrayList<>();
        lines.add("%d/%d %s, %s, %d s".formatted(done, subjects, what, subject, took.toSeconds()));
        add(lines, "noticed by", findings.noticed());
        add(lines, "as a consequence by", findings.besides());
        add(lines, "not seen this time by", findings.unseen());
        findings.complaints().forEach(complaint -> lines.add("  ! " + complaint));
        write(String.join("\n", lines) + "\n");
    }

    private static void add(List<String> lines, String how, Iterable<String> requirements) {
        String names = String.join(", ", requirements);
        if (!names.isEmpty()) {
            lines.add("  " + how + " " + names);
        }
    }

    private static void write(String text) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds since an instant of {@link System#nanoTime()}. */
    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
