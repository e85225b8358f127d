package org.devicegrant.conformance.assertion;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Momentary;

/**
 * What is expected of one observation. Ends with {@link #toBe}, which lists every outcome that is right; what was said
 * before it covers the outcomes that are neither right nor wrong.
 */
@CheckReturnValue
public final class Expectation<T> {
    private record Tolerance<T>(Outcome<T> outcome, String because) {}

    private final Judge judge;
    private final String subject;
    private final T actual;
    private final Function<T, String> inWords;
    private final List<Integer> exchanges;
    private final boolean gateway;
    private final List<Tolerance<T>> tolerances = new ArrayList<>();
    private final List<Tolerance<T>> unknowns = new ArrayList<>();
    private final List<Tolerance<T>> beyondJudgement = new ArrayList<>();
    private String hint = "";

    Expectation(Judge judge, String subject, T actual, Function<T, String> inWords, List<Answer> evidence) {
        this.judge = judge;
        this.subject = subject;
        this.actual = actual;
        this.inWords = inWords;
        this.exchanges = evidence.stream().map(Answer::number).toList();
        this.gateway = evidence.stream().anyMatch(Answer::fromGateway);
    }

    /** An outcome that is lawful but worth a warning, and why; the reason completes "got …: ". */
    public Expectation<T> tolerating(Outcome<T> outcome, String because) {
        tolerances.add(new Tolerance<>(outcome, because));
        return this;
    }

    /** An outcome from which nothing can be learnt, and why: not even what would be worth a warning. */
    public Expectation<T> learningNothingFrom(Outcome<T> outcome, String because) {
        unknowns.add(new Tolerance<>(outcome, because));
        return this;
    }

    /** An outcome that proves no deviation, and why; unlike others, it may be worth a warning. */
    Expectation<T> provingNothingBy(Outcome<T> outcome, String because) {
        beyondJudgement.add(new Tolerance<>(outcome, because));
        return this;
    }

    /** Added to the message if the expectation is not met: what it means for users. */
    public Expectation<T> otherwise(String consequence) {
        hint = consequence;
        return this;
    }

    /**
     * The outcomes that are right. Anything else, and not tolerated before, is a deviation.
     *
     * @return whether the outcome was right or tolerated, so that a check may leave out what cannot work any more
     * @throws Inconclusive if nothing can be learnt from what came
     */
    @SafeVarargs
    @com.google.errorprone.annotations.CanIgnoreReturnValue
    public final boolean toBe(Outcome<T>... right) {
        if (Arrays.stream(right).anyMatch(outcome -> outcome.matches(actual))) {
            judge.saw(exchanges);
            return true;
        }
        requireTheServersWord();
        requireWhatTeaches(unknowns);
        for (Tolerance<T> tolerance : tolerances) {
            if (tolerance.outcome().matches(actual)) {
                judge.found(
                        finding(Finding.Kind.REMARK, right, subject + " got " + got() + ": " + tolerance.because()));
                return true;
            }
        }
        requireWhatTeaches(beyondJudgement);
        String message = subject + ": expected " + String.join(" or ", words(right)) + ", got " + got();
        judge.found(finding(Finding.Kind.DEVIATION, right, hint.isEmpty() ? message : message + "; " + hint));
        return false;
    }

    private void requireWhatTeaches(List<Tolerance<T>> nothing) {
        for (Tolerance<T> unknown : nothing) {
            if (unknown.outcome().matches(actual)) {
                judge.saw(exchanges);
                throw new Inconclusive(subject + " got " + got() + ": " + unknown.because(), "");
            }
        }
    }

    /** What a gateway says is no deviation of the server, and what hangs on its answer is unknown. */
    private void requireTheServersWord() {
        if (gateway) {
            judge.saw(exchanges);
            throw new Momentary(
                    subject + " got " + got() + ", but a gateway answered instead of the server",
                    "see why the gateway does not reach the server, and run it again");
        }
    }

    private Finding finding(Finding.Kind kind, Outcome<T>[] right, String message) {
        return new Finding(kind, message, words(right), got(), exchanges);
    }

    private String got() {
        return inWords.apply(actual);
    }

    private List<String> words(Outcome<T>[] right) {
        return Arrays.stream(right).map(Outcome::words).toList();
    }
}
