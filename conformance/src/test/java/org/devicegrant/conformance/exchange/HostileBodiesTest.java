package org.devicegrant.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.dialect.Dialects;
import org.devicegrant.conformance.flow.Issuance;
import org.devicegrant.conformance.flow.Oracle;
import org.devicegrant.conformance.hostile.Hostile;
import org.devicegrant.conformance.protocol.Challenge;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.Json;
import org.devicegrant.conformance.protocol.Scopes;
import org.devicegrant.reports.ExchangesJsonl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a server answers is read, recorded and told in a few words, without an exception. */
@Timeout(180)
class HostileBodiesTest {
    private static final URI TOKEN = URI.create("https://as.example/token");
    private static final int LOT = 20;
    private static final String FIELD = "Bearer realm=\"a, \\\"b\\\"\", error=invalid_token, Basic dXNlcg==, DPoP";
    private static final String TOKENS =
            "{\"access_token\":\"abcdef-012345\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
                    + "\"refresh_token\":\"0123-4567\",\"scope\":\"openid profile\"}";

    private static Answer answer(int number, String body, String field) {
        List<Header> headers = List.of(
                new Header("Content-Type", field),
                new Header("Retry-After", field),
                new Header("Date", field),
                new Header("WWW-Authenticate", field),
                new Header("Set-Cookie", field),
                new Header("Location", field));
        Request request =
                Request.post(Endpoint.TOKEN, "poll", TOKEN, Form.empty().with("device_code", "x"));
        return new Answer(number, request, 0, 1, 200, headers, body.getBytes(StandardCharsets.UTF_8), false);
    }

    private static void read(Answer answer) {
        assertThat(answer.gist()).hasSizeLessThan(80).matches("[\\x20-\\x7e]*");
        assertThat(answer.toString()).hasSizeLessThan(100);
        answer.date();
        answer.mediaType();
        answer.validUtf8();
        Json.problem(answer.text());
        Json.repeatedMembers(answer.text());
        Scopes.of(answer.member("scope"));
        Challenge.parse(answer.headerValues("WWW-Authenticate"));
        Issuance issuance = new Issuance(answer);
        assertThat(issuance.interval().toNanos()).isNotNegative();
        assertThat(issuance.lifetimeIfKnown().map(lifetime -> lifetime.toNanos() > 0))
                .isNotEqualTo(java.util.Optional.of(false));
    }

    private static void recorded(List<Answer> answers) {
        List<String> lines = new ArrayList<>();
        Transcript transcript = new Transcript(new Redaction(), 0, each -> lines.add(ExchangesJsonl.line(each)));
        for (Answer answer : answers) {
            transcript.answered("check", answer.request(), answer);
        }

        assertThat(lines).hasSameSizeAs(answers).allMatch(line -> line.indexOf('\n') == line.length() - 1);
        assertThat(ExchangesJsonl.read(String.join("", lines), "lines").exchanges())
                .isEqualTo(transcript.records());
        Dialects.heard(answers);
    }

    private static void survives(List<String> bodies, List<String> fields) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            answers.add(answer(i + 1, bodies.get(i), fields.get(i)));
        }
        answers.forEach(HostileBodiesTest::read);
        // In lots: what one run has heard is looked for in everything that it records.
        for (int from = 0; from < answers.size(); from += LOT) {
            recorded(answers.subList(from, Math.min(from + LOT, answers.size())));
        }
    }

    @Test
    void anyJsonIsReadAndRecorded() {
        survives(Hostile.json(1).toList(), Hostile.spoilt(2, FIELD).toList());
    }

    @Test
    void anyTextIsReadAndRecorded() {
        survives(Hostile.texts(3).toList(), Hostile.texts(4).toList());
    }

    @Test
    void spoiltTokensAreReadAndRecorded() {
        survives(Hostile.spoilt(5, TOKENS).toList(), Hostile.spoilt(6, FIELD).toList());
    }

    @Test
    void anyTokenIsLookedIntoAsIfItWereAJwt() {
        String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIiwic3ViIjoiYiJ9.c2ln";

        assertThat(Hostile.spoilt(7, jwt).map(Oracle::claims)).hasSize(Hostile.MANY);
        assertThat(Hostile.texts(8).map(Oracle::claims)).hasSize(Hostile.MANY);
    }

    @Test
    void anyFormIsDecodedOrNot() {
        assertThat(Hostile.texts(9).map(Form::parse)).hasSize(Hostile.MANY);
        assertThat(Hostile.texts(10)
                        .filter(text -> !Form.decode(Form.encode(text)).equals(java.util.Optional.of(text))))
                .as("texts that change on their way, but for halves of characters, which UTF-8 does not have")
                .allMatch(text -> !StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }
}
