package org.devicegrant.load.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls that come too early on purpose, at a server that is known to enforce an interval of five seconds. */
class BurstTest {
    private static final long MILLI = 1_000_000;

    private final Violations violations = new Violations();
    private final LoadTarget target = LoadTarget.of(
            URI.create("http://127.0.0.1/token"), URI.create("http://127.0.0.1/device"), LoadClient.publicClient("tv"));
    private final Conduct conduct = Conduct.waiting(Duration.ofMillis(100)).withBursts(1);
    private final Conversation conversation = new Conversation(
            target, conduct, new Judge(conduct, target, violations), new Recording(new Window(0, Long.MAX_VALUE)));
    private final Device device = new Device(0, target.clients().get(0));

    @BeforeEach
    void hasACodeAndWasToldToWait() {
        exchange(
                0,
                10,
                200,
                "{\"device_code\":\"a\",\"user_code\":\"b\",\"verification_uri\":\"http://127.0.0.1\","
                        + "\"expires_in\":600,\"interval\":5}");
        exchange(6_000, 6_010, 400, "{\"error\":\"authorization_pending\"}");
    }

    @Test
    void pendingWithinTheIntervalIsABreach() {
        exchange(6_011, 6_020, 400, "{\"error\":\"authorization_pending\"}");

        assertThat(violations.count(Invariant.BURST)).isEqualTo(1);
        assertThat(violations.beyondLoad()).isEqualTo(1);
    }

    @Test
    void slowDownWithinTheIntervalIsRight() {
        exchange(6_011, 6_020, 400, "{\"error\":\"slow_down\"}");

        assertThat(violations.total()).isZero();
    }

    @Test
    void pendingIsRightWhenTheMachineStoodStillForTheInterval() {
        exchange(11_011, 11_020, 400, "{\"error\":\"authorization_pending\"}");

        assertThat(violations.total()).isZero();
    }

    @Test
    void pendingIsRightWhenTheServerMayHaveSeenItAfterTheInterval() {
        exchange(6_011, 12_000, 400, "{\"error\":\"authorization_pending\"}");

        assertThat(violations.total()).isZero();
    }

    private void exchange(long sentMillis, long answeredMillis, int status, String body) {
        conversation.begins(device, sentMillis * MILLI);
        conversation.sends(device, sentMillis * MILLI);
        conversation.hears(device, status, null, body.getBytes(StandardCharsets.UTF_8), answeredMillis * MILLI);
    }
}
