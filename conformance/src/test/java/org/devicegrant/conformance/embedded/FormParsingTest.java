package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.devicegrant.conformance.embedded.http.FormRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormParsingTest {
    private static final String DEVICE = "/device_authorization";
    private static Running running;

    @BeforeAll
    static void start() {
        running = Running.conforming();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=tv-public",
                "client_id=tv-public&",
                "&client_id=tv-public",
                "scope=profile+email&client_id=tv-public",
                "client_id=tv-public&scope=profile%20email",
                "%63lient_id=%74%76%2Dpublic",
                "client_id=tv-public&scope=",
                "client_id=tv-public&unknown=1&unknown=2",
                "client_id=tv-public&redirect_uri=https%3A%2F%2Fx.example&state=1"
            })
    void equalBodiesHaveEqualEffect(String body) {
        assertThat(running.wire().post(DEVICE, body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=tv-public&client_id=nobody",
                "client_id=tv-public&client_id=tv-public",
                "client_id=tv-public&client_id=",
                "client_id=tv-public&scope=profile&scope=email",
                "client_id=%4",
                "client_id=%zz",
                "client_id=%C3%28",
                "client_id=%FF",
                "client_id=%ED%A0%80",
                ""
            })
    void malformedAndRepeatedParametersAreRefused(String body) {
        Wire.Reply reply = running.wire().post(DEVICE, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded; charset=UTF-8 | 200",
                "application/x-www-form-urlencoded;charset=\"utf-8\" | 200",
                "Application/X-WWW-Form-URLencoded | 200",
                "application/x-www-form-urlencoded; charset=utf-16 | 400",
                "application/json | 400",
                "text/plain | 400",
                "multipart/form-data; boundary=x | 400"
            })
    void contentTypeDecides(String type, int status) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(running.server().issuer() + DEVICE))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("client_id=tv-public"));
        assertThat(Wire.send(request).status()).isEqualTo(status);
    }

    @Test
    void missingContentTypeIsRefused() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(running.server().issuer() + DEVICE))
                .POST(HttpRequest.BodyPublishers.ofString("client_id=tv-public"));
        assertThat(Wire.send(request).error()).isEqualTo("invalid_request");
    }

    @Test
    void queryIsNotHonoured() {
        assertThat(running.wire().post(DEVICE + "?client_id=tv-public", "").error())
                .isEqualTo("invalid_request");
        assertThat(running.wire()
                        .post(DEVICE + "?client_id=nobody&x=%FF", "client_id=tv-public")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void otherMethodsAreRefused(String method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(running.server().issuer() + "/token?grant_type=x"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        Wire.Reply reply = Wire.send(request);
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.raw().headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void oversizedBodyIsRefused() {
        Wire.Reply reply = running.wire().post("/token", "client_id=" + "a".repeat(1 << 20));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "urn:ietf:params:oauth:grant-type:device_code ", "device_code", "password"})
    void otherGrantTypesAreUnsupported(String type) {
        Wire.Reply reply = running.wire()
                .post("/token", Wire.form("client_id", "tv-public", "grant_type", type, "device_code", "x"));
        assertThat(reply.error()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void missingParametersAreInvalidRequests() {
        assertThat(running.wire()
                        .post("/token", "client_id=tv-public&grant_type=")
                        .error())
                .isEqualTo("invalid_request");
        assertThat(running.wire().poll("tv-public", "").error()).isEqualTo("invalid_request");
        assertThat(running.wire().poll("tv-public", "unknown").error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({"FIRST_WINS,200", "LAST_WINS,401", "REFUSED,400"})
    void rulesForRepeatsCanBeBent(FormRules.Repeated rule, int status) {
        try (Running bent = Running.with(b -> b.parsing().repeated(rule))) {
            assertThat(bent.wire()
                            .post(DEVICE, "client_id=tv-public&client_id=nobody")
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void queryMayBeMerged() {
        try (Running bent =
                Running.with(b -> b.parsing().query(FormRules.Query.PREFERRED).jsonToo(true))) {
            assertThat(bent.wire()
                            .post(DEVICE + "?client_id=tv-other", "client_id=nobody")
                            .status())
                    .isEqualTo(200);
            HttpRequest.Builder json = HttpRequest.newBuilder(
                            URI.create(bent.server().issuer() + DEVICE))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"client_id\":\"tv-public\"}"));
            assertThat(Wire.send(json).status()).isEqualTo(200);
        }
    }
}
