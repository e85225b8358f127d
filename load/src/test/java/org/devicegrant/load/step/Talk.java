package org.devicegrant.load.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;

/** What one device and a server that is told what to answer say to each other, to the millisecond. */
final class Talk {
    static final long MILLI = 1_000_000;
    private static final String CODES =
            "{\"device_code\":\"d%d\",\"user_code\":\"u\",\"verification_uri\":\"http://x\","
                    + "\"expires_in\":600,\"interval\":5}";

    private final LoadTarget target = LoadTarget.of(
            URI.create("http://127.0.0.1/token"), URI.create("http://127.0.0.1/device"), LoadClient.publicClient("tv"));
    final Violations violations = new Violations();
    final Recording recording = new Recording(new Window(0, Long.MAX_VALUE));
    final Device device = new Device(7, target.clients().get(0));
    Conversation conversation;
    private int codes;

    Talk(Conduct conduct) {
        conversation = between(conduct);
    }

    /** The device goes on in another way. */
    void behaves(Conduct conduct) {
        conversation = between(conduct);
    }

    private Conversation between(Conduct conduct) {
        return new Conversation(target, conduct, new Judge(conduct, target, violations), recording);
    }

    void exchange(long sent, long answered, int status, String retryAfter, String body) {
        conversation.begins(device, sent * MILLI);
        conversation.sends(device, sent * MILLI);
        conversation.hears(device, status, retryAfter, body.getBytes(StandardCharsets.UTF_8), answered * MILLI);
    }

    void exchange(long sent, long answered, int status, String body) {
        exchange(sent, answered, status, null, body);
    }

    void error(long sent, String code) {
        exchange(sent, sent + 10, 400, "{\"error\":\"" + code + "\"}");
    }

    void token(long sent, String token) {
        exchange(sent, sent + 10, 200, "{\"access_token\":\"" + token + "\"}");
    }

    /** Asked for at 0 ms, there at 10 ms. */
    void getsCodes() {
        exchange(0, 10, 200, CODES.formatted(codes++));
    }

    /** The server begins again with those that it has given out already. */
    void codesFromTheStart() {
        codes = 0;
    }

    long due() {
        return device.due() / MILLI;
    }

    void assertBreach(Invariant... broken) {
        assertThat(Arrays.stream(Invariant.values()).filter(each -> violations.count(each) > 0))
                .containsExactlyInAnyOrder(broken);
    }
}
