package org.devicegrant.reports;

import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * The one sentence everybody reads first, the same in every format.
 *
 * @param tone whether this is good news
 * @param title a few words, for example {@code Does not conform}
 * @param detail one sentence that gives the reason in numbers
 */
public record Headline(Tone tone, String title, String detail) {

    /** Good news, bad news, or no news. */
    public enum Tone {
        GOOD,
        BAD,
        DOUBT
    }

    /** What to say about {@code run}. A run that was cut short or proved nothing is never good news. */
    public static Headline of(RunReport run) {
        if (!run.complete()) {
            return cutShort(run);
        }
        return switch (run.exitCode()) {
            case 2 -> new Headline(Tone.DOUBT, "Not judged", "The command line or the target file is wrong.");
            case 3 ->
                new Headline(
                        Tone.DOUBT,
                        "Not judged",
                        "The server could not be reached, or its device flow does not work at all.");
            case 4 ->
                new Headline(
                        Tone.DOUBT,
                        "Nothing was proved",
                        "No requirement that binds this server could be judged. The reasons are listed below.");
            case 70 ->
                new Headline(
                        Tone.DOUBT, "The harness failed", "A fault of the harness itself; the server is not to blame.");
            default -> judged(run);
        };
    }

    /** Failures that no baseline entry covers. */
    public static long broken(RunReport run) {
        return run.results().stream().filter(Headline::isUncoveredFailure).count();
    }

    private static Headline judged(RunReport run) {
        long broken = broken(run);
        int warnings = run.counts().getOrDefault(Verdict.WARNING, 0);
        if (run.exitCode() == 5) {
            return new Headline(
                    Tone.BAD,
                    "The baseline is stale",
                    "An entry no longer fails, fails differently, has expired or names nothing"
                            + (broken > 0 ? "; " + brokenOfJudged(run) : "") + ".");
        }
        if (broken > 0) {
            return new Headline(Tone.BAD, "Does not conform", brokenOfJudged(run) + ".");
        }
        if (run.exitCode() != 0) {
            return new Headline(
                    Tone.BAD,
                    "Warnings count here",
                    count(warnings, "warning") + ", and this run was asked to fail on them.");
        }
        return conforms(run, warnings);
    }

    private static Headline conforms(RunReport run, int warnings) {
        int doubtful = run.counts().getOrDefault(Verdict.INCONCLUSIVE, 0);
        long known = run.results().stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .count();
        String title = known > 0
                ? "Conforms, given the baseline"
                : doubtful > 0 ? "Conforms, as far as it could be judged" : "Conforms";
        String detail = count(run.counts().getOrDefault(Verdict.PASS, 0), "requirement") + " seen to hold, "
                + count(warnings, "warning") + ", " + doubtful + " could not be judged"
                + (known > 0 ? ", " + count(known, "known deviation") : "") + ".";
        return new Headline(Tone.GOOD, title, detail);
    }

    private static Headline cutShort(RunReport run) {
        long broken = broken(run);
        return new Headline(
                broken > 0 ? Tone.BAD : Tone.DOUBT,
                "Cut short",
                "The run ended before every requirement was judged"
                        + (broken > 0 ? "; until then " + brokenOfJudged(run) + "." : ". What was gathered is shown."));
    }

    private static boolean isUncoveredFailure(CheckResult result) {
        return result.verdict() == Verdict.FAIL && result.baseline() == null;
    }

    private static String brokenOfJudged(RunReport run) {
        long broken = broken(run);
        long judged = run.results().stream()
                .filter(result -> result.verdict() == Verdict.PASS
                        || result.verdict() == Verdict.FAIL
                        || result.verdict() == Verdict.WARNING)
                .count();
        return broken + " of " + count(judged, "judged requirement") + (broken == 1 ? " is" : " are") + " broken";
    }

    private static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
