package org.devicegrant.load.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers are read as. */
class AnswerReaderTest {
    private static final String CODES = "\"device_code\":\"d\",\"user_code\":\"u\",\"verification_uri\":\"http://x\"";

    private final AnswerReader reader = new AnswerReader();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Authorization authorization(String members) {
        return AnswerReader.authorization(bytes("{" + members + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
                    400 | {"error":"authorization_pending"}  | PENDING       | HTTP 400 authorization_pending
                    200 | {"error":"authorization_pending"}  | PENDING       | HTTP 200 authorization_pending (an error with status 200)
                    400 | {"error":"slow_down"}              | SLOW_DOWN     | HTTP 400 slow_down
                    429 | {"error":"slow_down"}              | SLOW_DOWN     | HTTP 429 slow_down
                    400 | {"error":"access_denied"}          | DENIED        | HTTP 400 access_denied
                    400 | {"error":"authorization_declined"} | DENIED        | HTTP 400 authorization_declined
                    400 | {"error":"expired_token"}          | EXPIRED       | HTTP 400 expired_token
                    400 | {"error":"invalid_grant"}          | INVALID_GRANT | HTTP 400 invalid_grant
                    401 | {"error":"invalid_client"}         | OTHER_ERROR   | HTTP 401 invalid_client
                    400 | {"error":"NOT A WORD"}             | OTHER_ERROR   | HTTP 400 other_error
                    429 | {"error":"invalid_client"}         | THROTTLED     | HTTP 429 invalid_client
                    429 | ``                                 | THROTTLED     | HTTP 429 http_429
                    499 | ``                                 | MALFORMED     | HTTP 499 malformed (empty body)
                    500 | {"error":"slow_down"}              | SERVER_ERROR  | HTTP 500 slow_down
                    299 | {"access_token":"t"}               | MALFORMED     | HTTP 299 malformed (no JSON object with the members required)
                    300 | ``                                 | REDIRECT      | HTTP 300 redirect
                    399 | ``                                 | REDIRECT      | HTTP 399 redirect
                    200 | {"access_token":"t"}               | TOKEN         | HTTP 200 token
                    200 | {"access_token":""}                | MALFORMED     | HTTP 200 malformed (no JSON object with the members required)
                    200 | {"access_token":null}              | MALFORMED     | HTTP 200 malformed (no JSON object with the members required)
                    200 | {"access_token":"t"                | MALFORMED     | HTTP 200 malformed (no JSON object with the members required)
                    200 | ["access_token"]                   | MALFORMED     | HTTP 200 malformed (no JSON object with the members required)
                    200 | `  <html>`                         | MALFORMED     | HTTP 200 malformed (HTML)
                    200 | {"a":{"error":"x"},"access_token":"t"} | TOKEN     | HTTP 200 token
                    """)
    void pollsAreReadAsWhatTheySay(int status, String body, AnswerKind kind, String text) {
        Answer answer = reader.poll(status, null, bytes(body));

        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.tokenDigest() != 0).isEqualTo(kind == AnswerKind.TOKEN);
        assertThat(reader.poll(status, null, bytes(body))).isEqualTo(answer);
    }

    @Test
    void aRepeatedPendingIsOnlyTheSameWithTheSameStatusAndHeader() {
        byte[] pending = bytes("{\"error\":\"authorization_pending\"}");
        Answer first = reader.poll(400, null, pending);

        assertThat(reader.poll(400, null, pending.clone())).isSameAs(first);
        assertThat(reader.poll(401, null, pending).status()).isEqualTo(401);
        assertThat(reader.poll(400, "7", pending).retryAfterSeconds()).isEqualTo(7);
        assertThat(reader.poll(400, null, bytes("{\"error\":\"slow_down\"}")).kind())
                .isEqualTo(AnswerKind.SLOW_DOWN);
        assertThat(reader.poll(200, null, pending).remark()).isEqualTo("an error with status 200");
        assertThat(reader.poll(400, null, pending).remark()).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    -,             -1
                    7,              7
                    ' 7 ',          7
                    -5,            -1
                    0,              0
                    soon,          -1
                    99999999999,   -1
                    """)
    void onlySecondsAreAWait(String header, int seconds) {
        assertThat(reader.poll(429, header, new byte[0]).retryAfterSeconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "expires_in":600                                  | 600       | 5
                    "expires_in":600,"interval":0                     | 600       | 0
                    "expires_in":600,"interval":-3                    | 600       | 0
                    "expires_in":"600","interval":"7"                 | 600       | 7
                    "expires_in":1.9,"interval":2.9                   | 1         | 2
                    "expires_in":1e30,"interval":"soon"               | 100000000 | 5
                    """)
    void codesComeWithTheirTimes(String times, long lifetime, long interval) {
        Authorization codes = authorization(CODES + "," + times);

        assertThat(codes.lifetime()).isEqualTo(Duration.ofSeconds(lifetime));
        assertThat(codes.interval()).isEqualTo(Duration.ofSeconds(interval));
        assertThat(codes.deviceCode()).isEqualTo("d");
        assertThat(codes.userCode()).isEqualTo("u");
        assertThat(codes).asString().doesNotContain("\"d\"", "http");
    }

    @Test
    void oldNamesOfTheAddressAreUnderstood() {
        Authorization codes =
                authorization("\"device_code\":\"d\",\"user_code\":\"u\",\"verification_url\":\"http://y\","
                        + "\"verification_uri_complete\":\"http://y?u\",\"expires_in\":9");

        assertThat(codes.verificationUri()).isEqualTo("http://y");
        assertThat(codes.verificationUriComplete()).isEqualTo("http://y?u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"user_code\":\"u\",\"verification_uri\":\"x\",\"expires_in\":9",
                "\"device_code\":\"d\",\"verification_uri\":\"x\",\"expires_in\":9",
                "\"device_code\":\"d\",\"user_code\":\"u\",\"expires_in\":9",
                "\"device_code\":\"d\",\"user_code\":\"u\",\"verification_uri\":\"x\"",
                "\"device_code\":\"d\",\"user_code\":\"u\",\"verification_uri\":\"x\",\"expires_in\":0",
                "\"device_code\":[\"d\"],\"user_code\":\"u\",\"verification_uri\":\"x\",\"expires_in\":9"
            })
    void codesThatNobodyCouldUseAreNone(String members) {
        assertThat(authorization(members)).isNull();
        assertThat(reader.authorizationFailure(200, null, bytes("{" + members + "}"))
                        .kind())
                .isEqualTo(AnswerKind.MALFORMED);
    }

    @Test
    void onlyCodesWithStatus200AreNoFailure() {
        byte[] codes = bytes("{" + CODES + ",\"expires_in\":9}");

        assertThat(reader.authorizationFailure(200, null, codes)).isNull();
        assertThat(reader.authorizationFailure(201, null, codes).kind()).isEqualTo(AnswerKind.MALFORMED);
        assertThat(reader.authorizationFailure(400, "3", bytes("{\"error\":\"invalid_scope\"}")))
                .isEqualTo(new Answer(AnswerKind.OTHER_ERROR, 400, "invalid_scope", 3, 0, null));
        assertThat(reader.authorizationFailure(200, "3", bytes("{\"access_token\":\"t\"}")))
                .isEqualTo(new Answer(AnswerKind.MALFORMED, 200, null, 3, 0, "no device code"));
    }

    @Test
    void whatFailsIsTheServersOrTheWays() {
        assertThat(AnswerKind.values())
                .filteredOn(AnswerKind::failure)
                .containsExactly(
                        AnswerKind.OTHER_ERROR,
                        AnswerKind.THROTTLED,
                        AnswerKind.SERVER_ERROR,
                        AnswerKind.REDIRECT,
                        AnswerKind.MALFORMED,
                        AnswerKind.NO_ANSWER);
        assertThat(AnswerKind.values()).allMatch(kind -> AnswerKind.of(kind.word()) == kind);
        assertThatThrownBy(() -> AnswerKind.of("token!")).hasMessage("no kind of answer is called \"token!\"");
        assertThat(Answer.none("reset").text()).isEqualTo("no_answer (reset)");
    }

    @Test
    void digestsTellTokensApart() {
        assertThat(Digest.of("a"))
                .isEqualTo(Digest.of("a"))
                .isNotEqualTo(Digest.of("b"))
                .isNotEqualTo(0);
        assertThat(Digest.of("ab")).isNotEqualTo(Digest.of("ba"));
    }
}
