package org.devicegrant.conformance.login;

import java.util.Optional;
import java.util.function.Function;
import org.devicegrant.conformance.exchange.Answer;

/**
 * Something that a client needs of an answer.
 *
 * @param moment which answer
 * @param expected what it needs there, for example {@code an integer interval}
 * @param fault what came instead, without any credential; empty if the demand is met
 * @param fatal whether the login fails otherwise; if not, it only goes worse
 * @param effect what the client does then, or empty
 */
record Demand(Moment moment, String expected, Function<Answer, Optional<String>> fault, boolean fatal, String effect) {

    static Demand of(Moment moment, String expected, Function<Answer, Optional<String>> fault) {
        return new Demand(moment, expected, fault, true, "");
    }

    /** With what the client does if it is not met. */
    Demand orElse(String does) {
        return new Demand(moment, expected, fault, fatal, does);
    }

    /** A demand without which the login still comes to its end. */
    Demand notFatal() {
        return new Demand(moment, expected, fault, false, effect);
    }

    /** What happens to the client, in one sentence. */
    String message(String came) {
        return "It needs " + expected + " in " + moment.words() + ", and got " + came
                + (effect.isEmpty() ? "." : ": it " + effect + ".");
    }
}
