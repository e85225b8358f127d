package org.devicegrant.conformance.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each outcome against answers that are it and answers that only look like it. */
class AnswersTest {
    private static final Answer PENDING = Answered.error("authorization_pending");
    private static final Answer SLOW_DOWN = Answered.error("slow_down");
    private static final Answer DENIED = Answered.error("access_denied");
    private static final Answer UNHEARD_OF = Answered.error("out_of_cheese");
    private static final Answer TOKEN = Answered.json(200, "{\"access_token\":\"t\"}");
    private static final Answer CODES = Answered.json(200, "{\"device_code\":\"d\"}");
    private static final Answer CODES_WRONGLY = Answered.json(400, "{\"device_code\":\"d\"}");
    private static final Answer EMPTY = Answered.json(200, "{}");
    private static final Answer PAGE = Answered.with(404, "<h1>", "Content-Type", "text/html");
    private static final Answer BROKEN = Answered.json(500, "{\"error\":\"access_denied\"}");
    private static final Answer BROKEN_PENDING = Answered.json(500, "{\"error\":\"slow_down\"}");
    private static final Answer NOT_IMPLEMENTED = Answered.json(501, "{}");
    private static final Answer REFUSED_AS_IF_SERVED = Answered.json(200, "{\"error\":\"invalid_grant\"}");
    private static final Answer MOVED = Answered.with(302, "");

    private static final List<Answer> ALL = List.of(
            PENDING,
            SLOW_DOWN,
            DENIED,
            UNHEARD_OF,
            TOKEN,
            CODES,
            CODES_WRONGLY,
            EMPTY,
            PAGE,
            BROKEN,
            BROKEN_PENDING,
            NOT_IMPLEMENTED,
            REFUSED_AS_IF_SERVED,
            MOVED);

    /** An outcome, and which of the answers are it. */
    private record Case(String name, Supplier<Outcome<Answer>> outcome, Answer... are) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("access_denied", () -> Answers.error("access_denied"), DENIED),
                new Case("pending", Answers::pending, PENDING, SLOW_DOWN),
                new Case("terminal", Answers::terminal, DENIED, UNHEARD_OF, REFUSED_AS_IF_SERVED),
                new Case("registered", Answers::registeredTerminal, DENIED, REFUSED_AS_IF_SERVED),
                new Case("any error", Answers::anyError, PENDING, SLOW_DOWN, DENIED, UNHEARD_OF, REFUSED_AS_IF_SERVED),
                new Case("refusal", Answers::refusal, PENDING, SLOW_DOWN, DENIED, UNHEARD_OF, CODES_WRONGLY, PAGE),
                new Case("codes", Answers::codes, CODES),
                new Case("object", Answers::object, TOKEN, CODES, EMPTY),
                new Case("token", Answers::token, TOKEN),
                new Case("served", Answers::served, PENDING, SLOW_DOWN, TOKEN, CODES, CODES_WRONGLY, BROKEN_PENDING),
                new Case("turned away", Answers::turnedAway, DENIED, UNHEARD_OF, PAGE),
                new Case(
                        "tokens refused",
                        Answers::tokensRefused,
                        PENDING,
                        SLOW_DOWN,
                        DENIED,
                        UNHEARD_OF,
                        CODES_WRONGLY,
                        PAGE,
                        REFUSED_AS_IF_SERVED),
                new Case(
                        "silent on the code",
                        Answers::silentOnTheCode,
                        UNHEARD_OF,
                        CODES,
                        CODES_WRONGLY,
                        EMPTY,
                        PAGE,
                        NOT_IMPLEMENTED,
                        MOVED),
                new Case("status", () -> Answers.status(404), PAGE),
                new Case("status and code", () -> Answers.error(500, "access_denied"), BROKEN),
                new Case("server error", Answers::serverError, BROKEN, BROKEN_PENDING, NOT_IMPLEMENTED));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void matchesWhatItSaysAndNothingElse(Case tested) {
        Outcome<Answer> outcome = tested.outcome().get();

        assertThat(outcome.words()).isNotBlank();
        assertThat(ALL).filteredOn(outcome::matches).containsExactlyInAnyOrder(tested.are());
    }

    @Test
    void onlyAMethodThatNobodyKnowsIsNoServerError() {
        assertThat(ALL)
                .filteredOn(answer -> !Answers.noServerError().matches(answer))
                .containsExactly(BROKEN, BROKEN_PENDING);
    }

    @Test
    void theInsideOfAServerIsRecognised() {
        Stream.of(
                        "at com.example.Foo.bar(Foo.java:17)",
                        "Traceback (most recent call last)",
                        "at handler (/srv/app/index.js:10:3)",
                        "goroutine 1 [running]",
                        "in /srv/app/index.php:3",
                        "SQLSTATE[42000]",
                        "ORA-00933",
                        "syntax error at or near \"x\"")
                .forEach(text -> assertThat(Answers.nothingOfItsInside().matches(Answered.with(500, text)))
                        .as(text)
                        .isFalse());
        assertThat(Answers.nothingOfItsInside().matches(PAGE)).isTrue();
    }
}
