package org.devicegrant.conformance.automaton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport.Polling;
import org.devicegrant.reports.model.RunReport.TimelinePoint;
import org.jspecify.annotations.Nullable;

/** Infers a server's polling automaton (RFC 8628 section 3.5) from what a run has seen. */
public final class Automaton {
    private static final int CODES_IN_TIMELINE = 12;

    private Automaton() {}

    /**
     * What can be said; null if no code was polled.
     *
     * @param canonical a device authorization request of the client whose codes are looked at
     * @param results the results of the checks, some of which have looked at user codes
     */
    public static @Nullable Polling infer(Transcript transcript, Request canonical, List<CheckResult> results) {
        PollLog log = PollLog.of(transcript.answers(), lost(transcript), canonical);
        if (log.codes().isEmpty()) {
            return null;
        }
        Findings findings = new Findings();
        Throttling throttling = new Throttling(log, findings);
        throttling.infer();
        new Lives(log, findings).infer(results);
        new Precedence(log, throttling, findings).infer();
        return findings.polling(timeline(log, transcript));
    }

    /** When something was sent that may have been a poll and was never answered. */
    private static List<Long> lost(Transcript transcript) {
        return transcript.records().stream()
                .filter(record -> record.status() == null)
                .map(ExchangeRecord::sentMs)
                .map(transcript::nanos)
                .toList();
    }

    /** The codes that tell most: those that were told to slow down or outlived, with the most polls first. */
    private static List<TimelinePoint> timeline(PollLog log, Transcript transcript) {
        List<CodeLog> telling = log.codes().stream()
                .filter(code -> code.polls().size() > 1)
                .sorted(Comparator.comparing(Automaton::tells).reversed())
                .limit(CODES_IN_TIMELINE)
                .sorted(Comparator.comparingInt(code -> code.issued().number()))
                .toList();
        List<TimelinePoint> points = new ArrayList<>();
        for (CodeLog code : telling) {
            for (Answer poll : code.polls()) {
                points.add(new TimelinePoint(code.name(), transcript.millis(poll.sent()), word(poll)));
            }
        }
        return points;
    }

    private static long tells(CodeLog code) {
        long kinds = code.polls().stream().map(Automaton::word).distinct().count();
        return 100 * kinds + Math.min(99, code.polls().size());
    }

    private static String word(Answer poll) {
        String error = poll.error();
        return error != null && ErrorCodes.REGISTERED.contains(error)
                ? error
                : poll.tokens() ? "token" : "status " + poll.status();
    }
}
