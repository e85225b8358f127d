package org.devicegrant.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one requirement and what it rests on.
 *
 * @param id the requirement's public id, for example {@code 8628-3.2-device-code-present}
 * @param level the obligation behind it
 * @param group the catalogue's group, for example {@code response-fields}
 * @param source document and section, for example {@code RFC 8628 section 3.2}
 * @param statement the rule itself, one sentence
 * @param verdict what the run can say
 * @param message one sentence; expected what, got what, or why nothing can be said; empty for a silent pass
 * @param expected every outcome that would have been accepted
 * @param actual what came, or empty
 * @param fix what the operator can do about it, or empty
 * @param exchanges numbers of the exchanges the verdict rests on
 * @param screenshots paths relative to the report directory
 * @param startedMs start of the check in milliseconds since the start of the run
 * @param durationMs duration of the check in milliseconds
 * @param baseline the reason given in the baseline that covers this result, or null
 */
public record CheckResult(
        String id,
        Level level,
        String group,
        String source,
        String statement,
        Verdict verdict,
        String message,
        List<String> expected,
        String actual,
        String fix,
        List<Integer> exchanges,
        List<String> screenshots,
        long startedMs,
        long durationMs,
        @Nullable String baseline) {

    public CheckResult {
        expected = List.copyOf(expected);
        exchanges = List.copyOf(exchanges);
        screenshots = List.copyOf(screenshots);
    }
}
