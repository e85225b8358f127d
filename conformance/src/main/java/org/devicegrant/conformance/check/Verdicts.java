package org.devicegrant.conformance.check;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.conformance.assertion.Finding;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/** Turns what a check found, and how it ended, into its verdict. The only place where severity is decided. */
final class Verdicts {
    private static final int FINDINGS_IN_MESSAGE = 3;
    /** Shorter ones happen on every busy machine, and checks cope with them one by one. */
    private static final Duration TOLERABLE_STANDSTILL = Duration.ofSeconds(10);

    private Verdicts() {}

    /** When a check ran, in milliseconds since the start of the run. */
    record Span(long startedMs, long durationMs) {}

    static CheckResult of(Requirement requirement, Judge judge, @Nullable Throwable ended, Span span) {
        List<Finding> findings = judge.findings();
        if (!findings.isEmpty() && findings.get(0).kind() == Finding.Kind.DEVIATION) {
            return found(requirement, requirement.worst(), findings, "", judge, span);
        }
        // A warning that was earned is not taken back because the rest could not be seen.
        if (ended != null && (findings.isEmpty() || ourFault(ended))) {
            return ended(requirement, judge, ended, span);
        }
        if (!findings.isEmpty()) {
            String rest = ended == null ? "" : "; the rest was not seen: " + text(ended);
            return found(requirement, Verdict.WARNING, findings, rest, judge, span);
        }
        return result(requirement, Verdict.PASS, "", List.of(), "", judge, span);
    }

    private static CheckResult found(
            Requirement requirement, Verdict verdict, List<Finding> findings, String rest, Judge judge, Span span) {
        Finding first = findings.get(0);
        List<String> messages =
                findings.stream().map(Finding::message).distinct().toList();
        String message = messages.stream().limit(FINDINGS_IN_MESSAGE).collect(Collectors.joining("; "));
        int more = messages.size() - FINDINGS_IN_MESSAGE;
        return result(
                requirement,
                verdict,
                sentence(message + (more > 0 ? "; and " + more + " more" : "") + rest),
                first.expected(),
                first.actual(),
                judge,
                span);
    }

    private static CheckResult ended(Requirement requirement, Judge judge, Throwable ended, Span span) {
        if (ended instanceof NotApplicable) {
            return result(requirement, Verdict.SKIPPED, sentence(text(ended)), List.of(), "", judge, span);
        }
        if (ended instanceof Unanswered unanswered) {
            judge.saw(List.of(unanswered.number()));
        }
        return result(requirement, Verdict.INCONCLUSIVE, reason(ended), List.of(), "", judge, span);
    }

    private static String reason(Throwable ended) {
        if (ended instanceof Inconclusive inconclusive) {
            String advice = inconclusive.advice();
            return sentence(text(ended)) + (advice.isEmpty() ? "" : " Way out: " + sentence(advice));
        } else if (ended instanceof Unanswered) {
            return sentence("no answer came: " + text(ended));
        } else if (ended instanceof BrowserFailure) {
            return sentence("the browser failed: " + text(ended));
        }
        return sentence("a fault of the harness, not of the server ("
                + ended.getClass().getSimpleName() + "); please report it");
    }

    /** Whether a check ended by a fault of ours. */
    static boolean ourFault(Throwable ended) {
        return !(ended instanceof NotApplicable)
                && !(ended instanceof Inconclusive)
                && !(ended instanceof Unanswered)
                && !(ended instanceof BrowserFailure);
    }

    private static String text(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static String sentence(String text) {
        String trimmed = text.strip();
        boolean ended = trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?");
        return trimmed.isEmpty()
                ? ""
                : Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1) + (ended ? "" : ".");
    }

    private static CheckResult result(
            Requirement requirement,
            Verdict verdict,
            String message,
            List<String> expected,
            String actual,
            Judge judge,
            Span span) {
        boolean advice = verdict == Verdict.FAIL || verdict == Verdict.WARNING;
        return new CheckResult(
                requirement.id(),
                requirement.level(),
                requirement.group(),
                requirement.source(),
                requirement.statement(),
                verdict,
                message,
                expected,
                actual,
                advice ? requirement.fix() : "",
                judge.exchanges(),
                judge.screenshots(),
                span.startedMs(),
                span.durationMs(),
                null);
    }

    /**
     * The same result, unless the machine stood still for so long meanwhile that a finding may be its fault: codes,
     * assertions and tokens have died in a moment that no check could see.
     */
    static CheckResult doubted(CheckResult result, Duration standstill) {
        return standstill.compareTo(TOLERABLE_STANDSTILL) < 0
                ? result
                : unproved(
                        result,
                        "This machine stood still for " + standstill.toSeconds() + " s meanwhile",
                        "Run it again on a machine that is not suspended.");
    }

    /**
     * The result of a check that polled with a code that others were given, too: any of them may have redeemed it, or
     * polled it too fast. One finding names the cause, and not one for each requirement.
     */
    static CheckResult ofSharedCode(CheckResult result) {
        return unproved(
                result,
                "The server has issued the device code of this check more than once",
                "See 8628-3.2-codes-unique.");
    }

    private static CheckResult unproved(CheckResult result, String why, String wayOut) {
        if (result.verdict() != Verdict.FAIL && result.verdict() != Verdict.WARNING) {
            return result;
        }
        String message =
                why + ", so that nothing is proved by what was seen: " + result.message() + " Way out: " + wayOut;
        return new CheckResult(
                result.id(),
                result.level(),
                result.group(),
                result.source(),
                result.statement(),
                Verdict.INCONCLUSIVE,
                message,
                List.of(),
                "",
                "",
                result.exchanges(),
                result.screenshots(),
                result.startedMs(),
                result.durationMs(),
                null);
    }

    /** The result of a requirement for which nothing ran. */
    static CheckResult without(Requirement requirement, Verdict verdict, String reason) {
        return result(requirement, verdict, sentence(reason), List.of(), "", new Judge(), new Span(0, 0));
    }
}
