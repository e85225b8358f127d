package org.devicegrant.reports.html;

import org.devicegrant.reports.model.Verdict;

/**
 * How a verdict is written and marked. A word and a shape always go with the colour.
 *
 * @param word for people
 * @param key for style classes, marks and filters
 */
public record VerdictLook(String word, String key) {

    /** The look of {@code verdict}. */
    public static VerdictLook of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> new VerdictLook("Pass", "pass");
            case FAIL -> new VerdictLook("Fail", "fail");
            case WARNING -> new VerdictLook("Warning", "warning");
            case SKIPPED -> new VerdictLook("Skipped", "skipped");
            case INCONCLUSIVE -> new VerdictLook("Inconclusive", "inconclusive");
            case NOT_TESTABLE -> new VerdictLook("Not testable", "not-testable");
        };
    }
}
