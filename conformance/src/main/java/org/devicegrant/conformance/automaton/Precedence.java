package org.devicegrant.conformance.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** Which of expiry, speed and decision a poll is measured by first. */
final class Precedence {
    private static final long CERTAINLY_OVER = 5_000_000_000L;
    private static final Set<String> DEAD = Set.of(ErrorCodes.EXPIRED_TOKEN, ErrorCodes.INVALID_GRANT);

    private final PollLog log;
    private final Throttling throttling;
    private final Findings findings;
    private final Set<String> said = new TreeSet<>();

    Precedence(PollLog log, Throttling throttling, Findings findings) {
        this.log = log;
        this.throttling = throttling;
        this.findings = findings;
    }

    void infer() {
        for (CodeLog code : log.codes()) {
            for (int i = 1; i < code.polls().size(); i++) {
                look(code, code.polls().get(i - 1), code.polls().get(i));
            }
        }
        List<String> sentences = new ArrayList<>();
        said.stream().filter(text -> !contradicted(text)).forEach(sentences::add);
        if (sentences.isEmpty()) {
            findings.unknown(
                    Findings.PRECEDENCE,
                    said.isEmpty()
                            ? "no expired or decided code was polled too fast"
                            : "the answers contradict each other");
        } else {
            findings.says(Findings.PRECEDENCE, String.join("; ", sentences));
        }
    }

    private void look(CodeLog code, Answer before, Answer poll) {
        if (!throttling.tooFast(before, poll)) {
            return;
        }
        boolean over =
                code.lifetime() > 0 && before.sent() > code.issued().received() + code.lifetime() + CERTAINLY_OVER;
        if (over && poll.isError(ErrorCodes.SLOW_DOWN)) {
            said.add("speed before expiry");
        } else if (over && DEAD.contains(String.valueOf(poll.error()))) {
            said.add("expiry before speed");
        } else if (!over && poll.tokens()) {
            said.add("decision before speed");
        }
    }

    /** Polls of both kinds prove neither order. */
    private boolean contradicted(String text) {
        String[] words = text.split(" before ");
        return said.contains(words[1] + " before " + words[0]);
    }
}
