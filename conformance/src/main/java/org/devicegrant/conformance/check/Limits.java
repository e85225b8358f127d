package org.devicegrant.conformance.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.flow.Issuance;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Form;
import org.jspecify.annotations.Nullable;

/** Limits of a server that a run has met: what a reader has to know before he believes the verdicts. */
final class Limits {
    /** Checks provoke a few by races and by wrong values; so many come from a server that forgets. */
    private static final int MANY = 20;

    private static final Set<String> ENDED = Set.of(ErrorCodes.ACCESS_DENIED, ErrorCodes.EXPIRED_TOKEN);

    private final Map<String, Answer> issued = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Set<String> forgotten = new HashSet<>();

    private Limits() {}

    /**
     * What is to be said, in sentences.
     *
     * @param answers all answers of a run, in order of sending
     */
    static List<String> met(List<Answer> answers) {
        Limits limits = new Limits();
        answers.forEach(limits::see);
        List<String> notes = new ArrayList<>();
        if (limits.forgotten.size() >= MANY) {
            notes.add(limits.forgetting());
        }
        if (closesOnRefusal(answers)) {
            notes.add(
                    "The server closes the connection after every answer with status 400, as Tomcat does: each poll of a"
                            + " waiting device costs it a connection, and a load run measures that too.");
        }
        return notes;
    }

    private String forgetting() {
        return "%d of %d device codes were invalid_grant before their announced end, although nobody had redeemed or"
                        .formatted(forgotten.size(), issued.size())
                + " refused them: the server seems to keep only so many pending codes and to forget the oldest (the"
                + " in-memory store of Spring Authorization Server keeps 100, that of oidc-provider 1,000 records). Verdicts"
                + " about such codes are about that store. Way out: use another store, or ask for less at once with"
                + " --include.";
    }

    private void see(Answer answer) {
        if (answer.request().endpoint() == Endpoint.DEVICE_AUTHORIZATION && answer.codes()) {
            issued.put(answer.member("device_code").asText(), answer);
        } else if (answer.request().endpoint() == Endpoint.TOKEN) {
            poll(answer);
        }
    }

    private void poll(Answer answer) {
        String code = parameter(answer, "device_code");
        Answer issue = code == null ? null : issued.get(code);
        if (code == null || issue == null || over.contains(code)) {
            return;
        }
        boolean sameClient =
                String.valueOf(parameter(answer, "client_id")).equals(String.valueOf(parameter(issue, "client_id")));
        if (answer.isError(ErrorCodes.INVALID_GRANT) && sameClient && answer.received() < certainLife(issue)) {
            forgotten.add(code);
        } else if (answer.tokens() || ENDED.contains(String.valueOf(answer.error()))) {
            over.add(code);
        }
    }

    /** The code cannot have ended before this instant, monotonic nanoseconds. */
    private static long certainLife(Answer issue) {
        return new Issuance(issue)
                .lifetimeIfKnown()
                .map(lifetime -> issue.sent() + lifetime.minusSeconds(1).toNanos())
                .orElse(issue.sent());
    }

    private static @Nullable String parameter(Answer answer, String name) {
        return answer.request().parameters().orElse(Form.empty()).value(name);
    }

    private static boolean closesOnRefusal(List<Answer> answers) {
        List<Answer> refusals = answers.stream()
                .filter(a -> a.request().endpoint() == Endpoint.TOKEN && a.status() == 400)
                .toList();
        List<Answer> successes = answers.stream().filter(Answer::codes).toList();
        return refusals.size() >= MANY
                && refusals.stream().allMatch(Limits::closing)
                && 2 * successes.stream().filter(Limits::closing).count() < successes.size();
    }

    private static boolean closing(Answer answer) {
        return "close".equalsIgnoreCase(answer.header("Connection"));
    }
}
