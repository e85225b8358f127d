package org.devicegrant.conformance.login;

import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.reports.model.RunReport.ClientResult;
import org.devicegrant.reports.model.Verdict;

/**
 * Says of each known client whether its users could log in here. FAIL: they could not; WARNING: they could, with a
 * flaw; INCONCLUSIVE: too little was seen. None of it says whether the server conforms.
 */
public final class WhoCanLogIn {
    private static final List<Moment> NEEDED = List.of(Moment.CODES, Moment.PENDING, Moment.TOKEN);

    private WhoCanLogIn() {}

    /** A demand that is not met. */
    private record Obstacle(Demand demand, Answer answer, String came) {
        String message() {
            return demand.message(came);
        }
    }

    /** One result for each client. */
    public static List<ClientResult> judge(Evidence evidence) {
        return KnownClients.all().stream()
                .map(client -> judge(client, evidence))
                .toList();
    }

    private static ClientResult judge(KnownClient client, Evidence evidence) {
        Optional<Obstacle> worst = first(client, evidence, true);
        if (worst.isPresent()) {
            return result(client, Verdict.FAIL, worst.get());
        }
        for (Moment moment : NEEDED) {
            if (evidence.at(moment, true).isEmpty()) {
                String missing = "No login was seen to its end: the run has not seen " + moment.words() + ".";
                return new ClientResult(client.name(), Verdict.INCONCLUSIVE, missing, client.source(), List.of());
            }
        }
        return first(client, evidence, false)
                .map(flaw -> result(client, Verdict.WARNING, flaw))
                .orElseGet(() -> new ClientResult(client.name(), Verdict.PASS, "", client.source(), List.of()));
    }

    private static ClientResult result(KnownClient client, Verdict verdict, Obstacle obstacle) {
        return new ClientResult(
                client.name(),
                verdict,
                obstacle.message(),
                client.source(),
                List.of(obstacle.answer().number()));
    }

    /** The first demand that is not met, in the order in which the client comes to them. */
    private static Optional<Obstacle> first(KnownClient client, Evidence evidence, boolean fatal) {
        for (Moment moment : Moment.values()) {
            for (Demand demand : client.demands()) {
                if (demand.moment() == moment && demand.fatal() == fatal) {
                    Optional<Obstacle> obstacle = obstacle(
                            demand, evidence.at(moment, !client.silentAt().contains(moment)));
                    if (obstacle.isPresent()) {
                        return obstacle;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Obstacle> obstacle(Demand demand, List<Answer> answers) {
        for (Answer answer : answers) {
            Optional<String> came = demand.fault().apply(answer);
            if (came.isPresent()) {
                return Optional.of(new Obstacle(demand, answer, came.get()));
            }
        }
        return Optional.empty();
    }
}
