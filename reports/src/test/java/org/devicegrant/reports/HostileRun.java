package org.devicegrant.reports;

import java.util.List;
import java.util.Map;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** A run in which every text is an attack: nothing of it may take effect in any format. */
public final class HostileRun {

    public static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'--></style></script></title></pre><svg onload=alert(1)>",
            "javascript:alert(1)",
            "${7*7} @everyone [x](http://evil.example) |a|b| `x` ]]> {{1}}",
            "\u0000\u0007\u001b[31mred\u001b[0m \u202Eesrever \uD800 \uFFFE\r\n# heading");

    private HostileRun() {}

    public static RunReport run(String attack) {
        List<CheckResult> results =
                List.of(result(attack, Verdict.FAIL), result(attack, Verdict.WARNING), result(attack, Verdict.SKIPPED));
        RunReport sample = SampleRun.with(1, true, results);
        return new RunReport(
                new RunReport.Tool(attack, attack, attack, attack, attack),
                new RunReport.Target(attack, attack, attack, attack, true),
                attack,
                sample.started(),
                sample.durationMs(),
                1,
                true,
                results,
                List.of(new RunReport.ClientResult(attack, Verdict.FAIL, attack, attack, List.of(1))),
                new RunReport.Dialect(attack, attack, List.of(attack), List.of(1)),
                new RunReport.Polling(
                        List.of(0L, 1L),
                        attack,
                        attack,
                        null,
                        attack,
                        null,
                        null,
                        null,
                        attack,
                        attack,
                        Map.of("lifetime_ms", attack),
                        List.of(new RunReport.TimelinePoint(attack, 1, attack))),
                1L,
                List.of(attack));
    }

    public static List<ExchangeRecord> exchanges(String attack) {
        return List.of(
                exchange(1, attack, 200, attack, null),
                exchange(2, attack, 400, "{\"error\":\"" + attack.replace("\"", "\\\"") + "\"}", null),
                exchange(3, attack, null, "", attack));
    }

    private static ExchangeRecord exchange(int number, String attack, Integer status, String body, String problem) {
        List<ExchangeRecord.Field> fields = List.of(new ExchangeRecord.Field(attack, attack));
        return new ExchangeRecord(
                number, attack, attack, 1, 2.0, attack, attack, fields, attack, status, fields, body, problem);
    }

    private static CheckResult result(String attack, Verdict verdict) {
        return new CheckResult(
                attack + verdict,
                Level.MUST,
                attack,
                attack,
                attack,
                verdict,
                attack,
                List.of(attack, attack),
                attack,
                attack,
                List.of(1, 2, 3),
                List.of(attack, "screenshots/a.png"),
                0,
                0,
                verdict == Verdict.FAIL ? null : attack);
    }
}
