package org.devicegrant.reports;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/** Clients and polling behaviour at one glance. */
public final class Glance {
    private Glance() {}

    /** How many known clients can log in, and the polling behaviour in a few words; empty if nothing is known. */
    public static String line(RunReport run) {
        List<String> parts = new ArrayList<>();
        if (!run.clients().isEmpty()) {
            parts.add(clients(run) + ".");
        }
        if (run.polling() != null) {
            parts.add(polling(run.polling()));
        }
        return String.join(" ", parts).strip();
    }

    /** For example {@code 8 of 10 known clients can log in, 1 of them with a flaw}. */
    public static String clients(RunReport run) {
        long flawed = count(run, Verdict.WARNING);
        long unseen = count(run, Verdict.INCONCLUSIVE);
        return (count(run, Verdict.PASS) + flawed) + " of " + run.clients().size() + " known clients can log in"
                + (flawed > 0 ? ", " + flawed + " of them with a flaw" : "")
                + (unseen > 0 ? "; of " + unseen + " too little was seen" : "");
    }

    private static long count(RunReport run, Verdict verdict) {
        return run.clients().stream()
                .filter(client -> client.verdict() == verdict)
                .count();
    }

    private static String polling(RunReport.Polling polling) {
        List<String> words = new ArrayList<>();
        add(words, "throttle ", polling.throttle());
        add(words, "the interval starts with ", polling.windowStart());
        add(words, "penalty ", polling.penalty());
        return words.isEmpty() ? "" : "Polling: " + String.join("; ", words) + ".";
    }

    /** What comes before a colon says it; the rest is in the report. */
    private static void add(List<String> words, String label, @Nullable String found) {
        if (found != null && !found.isBlank()) {
            words.add(label + found.split("[:;,]", 2)[0]);
        }
    }
}
