package org.devicegrant.conformance.automaton;

import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/** How long codes live, and how long they are remembered afterwards. */
final class Lives {
    private static final String USER_CODE_LIVES = "8628-3.2-user-code-valid-until-expiry";
    private static final String USER_CODE_DIES = "8628-3.2-user-code-dead-after-expiry";
    private static final long LAST_SECONDS = 15_000;
    private static final long TWENTIETH = 20;

    private final PollLog log;
    private final Findings findings;

    Lives(PollLog log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void infer(List<CheckResult> results) {
        deviceCode();
        userCode(results);
        purge();
    }

    private void deviceCode() {
        Bounds life = Bounds.NONE;
        for (CodeLog code : log.codes()) {
            for (Answer poll : code.polls()) {
                if (poll.isError(ErrorCodes.AUTHORIZATION_PENDING)) {
                    life = life.longerThan(poll.sent() - code.issued().received());
                } else if (poll.isError(ErrorCodes.EXPIRED_TOKEN)) {
                    life = life.notLongerThan(poll.received() - code.issued().sent());
                }
            }
        }
        if (life.closed()) {
            findings.measured(Findings.LIFETIME, life);
        } else if (life.contradictory()) {
            findings.unknown(
                    Findings.LIFETIME,
                    "not every code lives equally long: one was expired " + Bounds.seconds(life.atMost())
                            + " after issuance, another was alive after " + Bounds.seconds(life.above()));
        } else {
            findings.unknown(
                    Findings.LIFETIME,
                    life.hasLower()
                            ? "no poll was answered expired_token; the oldest that was pending came "
                                    + Bounds.seconds(life.above()) + " after issuance"
                            : "no poll was answered authorization_pending");
        }
    }

    /** The checks that looked at it in a browser tell how early and how late they did. */
    private void userCode(List<CheckResult> results) {
        Optional<CheckResult> lives = passed(results, USER_CODE_LIVES);
        Optional<CheckResult> dies = passed(results, USER_CODE_DIES);
        long announced = log.codes().isEmpty() ? 0 : log.codes().get(0).lifetime() / 1_000_000;
        if (lives.isEmpty() || dies.isEmpty() || announced <= 0) {
            String missing = lives.isEmpty() ? USER_CODE_LIVES : USER_CODE_DIES;
            findings.unknown(Findings.USER_CODE_LIFETIME, missing + " was not seen to hold");
            return;
        }
        long margin = Math.min(Math.max(LAST_SECONDS, announced / TWENTIETH), announced / 2);
        findings.measured(
                Findings.USER_CODE_LIFETIME,
                new Bounds((announced - margin) * 1_000_000, dies.get().durationMs() * 1_000_000));
    }

    private static Optional<CheckResult> passed(List<CheckResult> results, String id) {
        return results.stream()
                .filter(result -> result.id().equals(id) && result.verdict() == Verdict.PASS)
                .findFirst();
    }

    /** From the announced end on; codes that were never remembered after it tell nothing. */
    private void purge() {
        Bounds purge = Bounds.NONE;
        for (CodeLog code : log.codes()) {
            boolean remembered = false;
            for (Answer poll : code.polls()) {
                if (poll.isError(ErrorCodes.EXPIRED_TOKEN)) {
                    remembered = true;
                    purge = purge.longerThan(poll.sent() - code.issued().received() - code.lifetime());
                } else if (remembered && poll.isError(ErrorCodes.INVALID_GRANT)) {
                    purge = purge.notLongerThan(poll.received() - code.issued().sent() - code.lifetime());
                    break;
                }
            }
        }
        if (purge.closed()) {
            findings.measured(Findings.PURGE, purge);
        } else {
            findings.unknown(Findings.PURGE, whyNoPurge(purge));
        }
    }

    private static String whyNoPurge(Bounds purge) {
        if (purge.contradictory()) {
            return "not every code is remembered equally long";
        }
        return purge.hasLower()
                ? "expired codes were still known " + Bounds.seconds(Math.max(0, purge.above()))
                        + " after their announced end, when they were last asked for"
                : "no poll was answered expired_token";
    }
}
