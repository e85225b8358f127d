package org.devicegrant.reports.html;

import java.util.List;
import org.devicegrant.reports.compare.Change;
import org.devicegrant.reports.compare.RunDiff;
import org.devicegrant.reports.model.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of two runs.
 *
 * @param page the frame
 * @param diff the comparison
 * @param tone style of the head: good, bad or doubt
 * @param title a few words
 */
public record DiffPage(Page page, RunDiff diff, String tone, String title) {

    /** The page of {@code diff}. */
    public static DiffPage of(RunDiff diff) {
        int broken = diff.of(Change.Kind.BROKEN).size();
        int mended = diff.of(Change.Kind.MENDED).size();
        boolean unclear = !diff.after().complete()
                || !diff.of(Change.Kind.LOST).isEmpty()
                || !diff.of(Change.Kind.OTHERWISE).isEmpty();
        String tone = broken > 0 ? "bad" : unclear ? "doubt" : "good";
        String title = diff.changes().isEmpty() ? "Nothing changed" : broken + " newly broken, " + mended + " mended";
        return new DiffPage(Page.of(title + " – device grant conformance"), diff, tone, title);
    }

    /** The verdict of one side as written, or null where the catalogue of that side lacks the requirement. */
    public static @Nullable VerdictLook look(@Nullable CheckResult result) {
        return result == null ? null : VerdictLook.of(result.verdict());
    }

    /** The message of one side. */
    public static String message(@Nullable CheckResult result) {
        return result == null ? "" : result.message();
    }

    /** The rule as it is now, or as it was. */
    public static String statement(Change change) {
        CheckResult after = change.after();
        CheckResult before = change.before();
        return after != null ? after.statement() : before != null ? before.statement() : "";
    }

    /** Kinds of the changes, the gravest first. */
    public List<Change.Kind> kinds() {
        return List.copyOf(diff.byKind().keySet());
    }
}
