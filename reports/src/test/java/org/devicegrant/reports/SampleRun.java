package org.devicegrant.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/** Runs for the tests of this module: one of every verdict, and ways to change single things. */
public final class SampleRun {

    private SampleRun() {}

    /** A run with a failure, a warning, a skip, two inconclusives, one that nobody can test and one pass. */
    public static RunReport run() {
        return with(1, true, results());
    }

    /** The same run of a server that speaks a dialect. */
    public static RunReport inDialect() {
        List<String> explained = List.of("8628-3.2-not-late", "8628-3.5-slow-down");
        return with(
                1,
                true,
                results(),
                new RunReport.Dialect("github-200", "errors come with status 200", explained, List.of(2)));
    }

    /** The same run, against a server whose certificate nobody looked at. */
    public static RunReport insecure() {
        RunReport run = run();
        RunReport.Target target = run.target();
        return new RunReport(
                run.tool(),
                new RunReport.Target(
                        target.name(),
                        target.issuer(),
                        target.tokenEndpoint(),
                        target.deviceAuthorizationEndpoint(),
                        true),
                run.profile(),
                run.started(),
                run.durationMs(),
                run.exitCode(),
                run.complete(),
                run.results(),
                run.clients(),
                run.dialect(),
                run.polling(),
                run.criticalPathMs(),
                run.notes());
    }

    public static RunReport with(int exitCode, boolean complete, List<CheckResult> results) {
        return with(exitCode, complete, results, null);
    }

    private static RunReport with(
            int exitCode, boolean complete, List<CheckResult> results, RunReport.@Nullable Dialect dialect) {
        return new RunReport(
                new RunReport.Tool("device-grant", "0.1.0", "2026.11", "17.0.15", "HtmlUnit 5.5.0"),
                new RunReport.Target(
                        "staging",
                        "https://as.example/tenant",
                        "https://as.example/token",
                        "https://as.example/device_authorization",
                        false),
                "all",
                Instant.parse("2026-11-21T20:00:00Z"),
                81_234,
                exitCode,
                complete,
                results,
                clients(),
                dialect,
                polling(),
                80_000L,
                List.of("No Chromium was found: the user was played by HtmlUnit."));
    }

    public static List<CheckResult> results() {
        return List.of(
                passing("8628-3.2-status-200"),
                failing("8628-3.2-not-late"),
                result(
                        "8628-3.5-slow-down",
                        "interval",
                        Level.SHOULD,
                        Verdict.WARNING,
                        "expected slow_down, got none",
                        null),
                result(
                        "6749-2.3-basic",
                        "client-authentication",
                        Level.MUST,
                        Verdict.SKIPPED,
                        "clients.confidential is missing in the target file",
                        null),
                result("8628-3.3-entry", "verification-ui", Level.MUST, Verdict.INCONCLUSIVE, "no browser", null),
                result("8628-3.3-refuse", "verification-ui", Level.SHOULD, Verdict.INCONCLUSIVE, "no browser", null),
                result(
                        "8628-5.2-storage",
                        "security",
                        Level.MUST,
                        Verdict.NOT_TESTABLE,
                        "happens inside the server",
                        null));
    }

    public static CheckResult passing(String id) {
        return result(id, "response-fields", Level.DERIVED, Verdict.PASS, "", null);
    }

    public static CheckResult failing(String id) {
        return result(
                id,
                "expiry",
                Level.MUST,
                Verdict.FAIL,
                "expected expired_token 5 s after expiry, got authorization_pending",
                null);
    }

    public static CheckResult result(
            String id, String group, Level level, Verdict verdict, String message, @Nullable String baseline) {
        return new CheckResult(
                id,
                level,
                group,
                "RFC 8628 section 3.5 para 1; RFC 6749 section 5.2",
                "The rule of " + id + ".",
                verdict,
                message,
                verdict == Verdict.FAIL ? List.of("400 expired_token", "400 invalid_grant") : List.of(),
                verdict == Verdict.FAIL ? "400 authorization_pending" : "",
                verdict == Verdict.FAIL || verdict == Verdict.INCONCLUSIVE ? "Look at the clean-up of codes." : "",
                verdict == Verdict.FAIL || verdict == Verdict.PASS ? List.of(1, 2, 3, 4) : List.of(),
                verdict == Verdict.FAIL ? List.of("screenshots/decision.png") : List.of(),
                812,
                3_456,
                baseline);
    }

    public static List<ExchangeRecord> exchanges() {
        return List.of(
                exchange(1, 10.5, 200, "{\"device_code\":\"digest:a1\",\"user_code\":\"digest:b2\",\"expires_in\":60}"),
                exchange(2, 5_020, 400, "{\"error\":\"authorization_pending\"}"),
                exchange(3, 10_020, 400, "{\"error\":\"slow_down\"}"),
                exchange(4, 65_020, 400, "{\"error\":\"authorization_pending\"}"));
    }

    public static ExchangeRecord exchange(int number, double sentMs, @Nullable Integer status, String body) {
        boolean first = number == 1;
        return new ExchangeRecord(
                number,
                "8628-3.2-not-late",
                first ? "device authorization" : "poll",
                sentMs,
                status == null ? null : sentMs + 12,
                "POST",
                first ? "https://as.example/device_authorization" : "https://as.example/token",
                List.of(new ExchangeRecord.Field("Content-Type", "application/x-www-form-urlencoded")),
                first ? "client_id=tv-public" : "client_id=tv-public&device_code=digest%3Aa1",
                status,
                status == null ? List.of() : List.of(new ExchangeRecord.Field("Content-Type", "application/json")),
                body,
                status == null ? "connection reset" : null);
    }

    private static List<RunReport.ClientResult> clients() {
        return List.of(
                new RunReport.ClientResult("GitHub CLI", Verdict.FAIL, "interval is absent", "cli/oauth", List.of(1)),
                new RunReport.ClientResult("MSAL Python", Verdict.PASS, "", "oauth2.py", List.of()));
    }

    private static RunReport.Polling polling() {
        return new RunReport.Polling(
                List.of(0L, 20L),
                "accepted poll",
                "none",
                null,
                "no",
                List.of(59_980L, 60_410L),
                null,
                null,
                "per code",
                null,
                Map.of(
                        "user_code_lifetime_ms", "nobody decided in this run",
                        "precedence", "no expired code was polled fast"),
                List.of(
                        new RunReport.TimelinePoint("code 1", 5_000, "authorization_pending"),
                        new RunReport.TimelinePoint("code 1", 9_000, "slow_down")));
    }
}
