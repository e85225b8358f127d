package org.devicegrant.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.devicegrant.conformance.protocol.Form;
import org.junit.jupiter.api.Test;

class SharedCodesTest {
    private final SharedCodes codes = new SharedCodes();

    @Test
    void whoeverPollsWithACodeThatWasIssuedTwiceIsKnown() {
        codes.issued(issued(1, "same"));
        codes.issued(issued(2, "own"));
        codes.sent("one", poll("same"));
        codes.sent("another", poll("same"));
        codes.sent("third", poll("own"));

        codes.issued(issued(3, "same"));

        assertThat(codes.polledBy("one")).isTrue();
        assertThat(codes.polledBy("another")).isTrue();
        assertThat(codes.polledBy("third")).isFalse();
        assertThat(codes.polledBy("one that never polled")).isFalse();
    }

    @Test
    void oneAnswerThatIsSeenTwiceIsOneIssuance() {
        codes.issued(issued(1, "same"));
        codes.issued(issued(1, "same"));
        codes.sent("one", poll("same"));

        assertThat(codes.polledBy("one")).isFalse();
    }

    @Test
    void aDeviceCodeThatAPollRepeatsIsNoIssuance() {
        codes.issued(issued(1, "same"));
        codes.issued(Answered.between(2, 0, 1, Answered.json(400, "{\"device_code\":\"same\"}")));
        codes.sent("one", poll("same"));

        assertThat(codes.polledBy("one")).isFalse();
    }

    private static Answer issued(int number, String deviceCode) {
        Request request = Request.post(
                Endpoint.DEVICE_AUTHORIZATION,
                "device authorization",
                URI.create("http://127.0.0.1/device_authorization"),
                Form.empty());
        Answer answer = Answered.json(200, "{\"device_code\":\"" + deviceCode + "\"}");
        return new Answer(number, request, 0, 1, 200, answer.headers(), answer.body(), false);
    }

    private static Request poll(String deviceCode) {
        return Request.post(
                Endpoint.TOKEN,
                "poll",
                URI.create("http://127.0.0.1/token"),
                Form.empty().with("device_code", deviceCode));
    }
}
