package org.devicegrant.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device makes of an answer. */
class AnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    400 | {"error":"authorization_pending"}       | pending
                    400 | {"error":"slow_down"}                   | pending
                    200 | {"error":"slow_down"}                   | pending
                    400 | {"error":"invalid_grant"}               | terminal
                    400 | {"error":"made_up"}                     | terminal
                    400 | {"error":7}                             | nothing
                    400 | {"error":null}                          | nothing
                    400 | ["error"]                               | nothing
                    200 | {"access_token":"t"}                    | tokens
                    299 | {"access_token":"t"}                    | tokens
                    300 | {"access_token":"t"}                    | nothing
                    199 | {"access_token":"t"}                    | nothing
                    200 | {"access_token":1}                      | nothing
                    200 | {"device_code":"d"}                     | codes
                    200 | {"device_code":1}                       | nothing
                    200 | {"device_code":"d"} {}                  | nothing
                    """)
    void isOneOfFourKindsOrNone(int status, String body, String kind) {
        Answer answer = Answered.json(status, body);

        assertThat(answer.pending()).isEqualTo(kind.equals("pending"));
        assertThat(answer.terminal()).isEqualTo(kind.equals("terminal"));
        assertThat(answer.tokens()).isEqualTo(kind.equals("tokens"));
        assertThat(answer.codes()).isEqualTo(kind.equals("codes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    501 | {}                    | false | false
                    502 | {}                    | true  | true
                    504 | {}                    | true  | true
                    505 | {}                    | false | false
                    429 | {}                    | true  | false
                    429 | {"error":"slow_down"} | false | false
                    428 | {}                    | false | false
                    """)
    void tellsLimitersAndGatewaysFromTheServer(int status, String body, boolean overloaded, boolean gateway) {
        assertThat(Answered.json(status, body).overloaded()).isEqualTo(overloaded);
        assertThat(Answered.json(status, body).fromGateway()).isEqualTo(gateway);
    }

    @Test
    void headerFieldsAreFoundWhateverTheirCaseAndTheFirstCounts() {
        Answer answer = Answered.with(200, "", "X-A", "one", "x-a", "two", "Other", "three");

        assertThat(answer.header("x-A")).isEqualTo("one");
        assertThat(answer.headerValues("X-a")).containsExactly("one", "two");
        assertThat(answer.header("X-B")).isNull();
        assertThat(answer.headerValues("X-B")).isEmpty();
    }

    @Test
    void theDateIsReadOrLeftOut() {
        assertThat(Answered.with(200, "", "Date", "Sat, 21 Nov 2026 20:00:07 GMT")
                        .date())
                .contains(Instant.parse("2026-11-21T20:00:07Z"));
        assertThat(Answered.with(200, "", "Date", "yesterday").date()).isEmpty();
        assertThat(Answered.with(200, "").date()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Application/JSON; charset=utf-8 | application/json
                    text/html                       | text/html
                    ' text/plain ;x'                | text/plain
                    """)
    void theMediaTypeIsBare(String header, String mediaType) {
        assertThat(Answered.with(200, "", "Content-Type", header).mediaType()).isEqualTo(mediaType);
        assertThat(Answered.with(200, "").mediaType()).isEmpty();
    }

    @Test
    void wrongUtf8IsNoticedAndReplaced() {
        Answer sound = Answered.json(200, "{\"a\":\"é\"}");
        Answer wrong = new Answer(
                1, sound.request(), 0, 1, 200, List.of(), "\u00e9".getBytes(StandardCharsets.ISO_8859_1), false);

        assertThat(sound.validUtf8()).isTrue();
        assertThat(sound.text()).isEqualTo("{\"a\":\"é\"}");
        assertThat(wrong.validUtf8()).isFalse();
        assertThat(wrong.text()).isEqualTo("\uFFFD");
    }

    @Test
    void onlyObjectsHaveMembers() {
        assertThat(Answered.json(200, "{\"a\":1}").member("a").asInt()).isEqualTo(1);
        assertThat(Answered.json(200, "{\"a\":1}").member("b").isMissingNode()).isTrue();
        assertThat(Answered.json(200, "[1]").member("a").isMissingNode()).isTrue();
        assertThat(Answered.json(200, "no JSON").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    400 | application/json | {"error":"invalid_grant"}              | 400 invalid_grant
                    200 | application/json | {"access_token":"secret"}              | 200 with a token
                    200 | application/json | {"device_code":"secret"}               | 200 with codes
                    500 | text/html        | ``                                     | 500 with an empty body
                    500 | text/html        | <h1>secret                             | 500 text/html
                    500 | ``               | <h1>secret                             | 500 without a media type
                    400 | application/json | {"error":"a\\u001bb"}                  | 400 a?b
                    """)
    void isToldWithoutAnythingSecret(int status, String type, String body, String gist) {
        Answer answer = Answered.with(status, body, "Content-Type", type);

        assertThat(answer.gist()).isEqualTo(gist);
        assertThat(answer).hasToString("#1 " + gist);
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 60, 61, 500})
    void longErrorCodesAreCut(int length) {
        String gist = Answered.error("x".repeat(length)).gist();

        assertThat(gist).hasSize("400 ".length() + Math.min(60, length));
        assertThat(gist.endsWith("...")).isEqualTo(length > 60);
    }
}
