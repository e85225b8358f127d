package org.devicegrant.conformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Header;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.GrantTypes;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final int DEVICES = 30;
    private static final long LIFE_SECONDS = 60;

    private final List<Answer> answers = new ArrayList<>();

    @Test
    void saysThatCodesDieWhileTheyShouldLive() {
        forEachDevice(code -> poll(code, "tv", 20, "invalid_grant", "keep-alive"));
        assertThat(Limits.met(answers))
                .singleElement()
                .asString()
                .startsWith("30 of 30 device codes were invalid_grant before their announced end");
    }

    @Test
    void isSilentAboutCodesThatHaveEnded() {
        forEachDevice(code -> poll(code, "tv", LIFE_SECONDS + 1, "invalid_grant", "keep-alive"));
        assertThat(Limits.met(answers)).isEmpty();
    }

    @Test
    void isSilentAboutCodesOfOthersAndThoseThatWereRefused() {
        forEachDevice(code -> {
            poll(code, "another", 5, "invalid_grant", "keep-alive");
            poll(code, "tv", 10, "access_denied", "keep-alive");
            poll(code, "tv", 20, "invalid_grant", "keep-alive");
        });
        assertThat(Limits.met(answers)).isEmpty();
    }

    @Test
    void saysThatEveryRefusalCostsAConnection() {
        forEachDevice(code -> poll(code, "tv", 5, "authorization_pending", "close"));
        assertThat(Limits.met(answers)).singleElement().asString().contains("closes the connection");
    }

    private interface Polls {
        void of(String code);
    }

    private void forEachDevice(Polls polls) {
        for (int i = 0; i < DEVICES; i++) {
            String code = "code-" + i;
            String body = "{\"device_code\":\"%s\",\"expires_in\":%d}".formatted(code, LIFE_SECONDS);
            Form form = Form.empty().with("client_id", "tv");
            answer(Endpoint.DEVICE_AUTHORIZATION, form, 0, 200, body, "keep-alive");
            polls.of(code);
        }
    }

    private void poll(String code, String client, long second, String error, String connection) {
        Form form = Form.empty()
                .with("grant_type", GrantTypes.DEVICE_CODE)
                .with("device_code", code)
                .with("client_id", client);
        answer(Endpoint.TOKEN, form, second, 400, "{\"error\":\"" + error + "\"}", connection);
    }

    private void answer(Endpoint endpoint, Form form, long second, int status, String body, String connection) {
        long at = TimeUnit.SECONDS.toNanos(second);
        Request request = Request.post(endpoint, "test", URI.create("http://127.0.0.1/"), form);
        List<Header> headers =
                List.of(new Header("Content-Type", "application/json"), new Header("Connection", connection));
        answers.add(new Answer(answers.size() + 1, request, at, at + 1, status, headers, body.getBytes(UTF_8), false));
    }
}
