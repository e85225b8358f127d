package org.devicegrant.reports.baseline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/** Entries for a baseline, ready to paste; only the reason wants a person. */
public final class BaselineProposal {

    private static final int DAYS = 90;

    private BaselineProposal() {}

    /**
     * One entry for every failure that no baseline covers.
     *
     * @param warnings whether warnings get an entry too
     * @param today the entries last for 90 days from here
     */
    public static String render(List<CheckResult> results, boolean warnings, LocalDate today) {
        StringBuilder yaml = new StringBuilder();
        results.stream()
                .filter(result -> result.baseline() == null)
                .filter(result -> result.verdict() == Verdict.FAIL || (warnings && result.verdict() == Verdict.WARNING))
                .forEach(result -> append(yaml, result, today));
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, CheckResult result, LocalDate today) {
        yaml.append("- id: ").append(quoted(result.id())).append('\n');
        yaml.append("  verdict: ").append(result.verdict().name()).append('\n');
        yaml.append("  message: ")
                .append(quoted(Glob.forMessage(result.message()).toString()))
                .append('\n');
        yaml.append("  reason: ")
                .append(quoted("found on " + today + ", not tracked yet"))
                .append('\n');
        yaml.append("  until: ").append(today.plusDays(DAYS)).append('\n');
    }

    /** A double-quoted YAML scalar. Half a surrogate pair, which YAML cannot carry, becomes the sign for any character. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                quoted.append('?');
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPlain(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int c) {
        boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
        return !control && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
    }
}
