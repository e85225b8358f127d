package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Http;
import org.devicegrant.conformance.exchange.HttpOptions;
import org.devicegrant.conformance.exchange.Redaction;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.protocol.Form;
import org.junit.jupiter.api.Test;

/** A proof of the moment that has become old in a queue is not held against the server. */
class WireTest {
    @Test
    void anAssertionThatGrewOldInTheQueueIsNotSent() throws Exception {
        Request request = poll().with("client_assertion", "header.claims.signature");

        assertThatExceptionOfType(TooLate.class).isThrownBy(() -> send(request, Duration.ofSeconds(30)));
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> send(request, Duration.ZERO));
    }

    @Test
    void aProofThatGrewOldInTheQueueIsNotSent() throws Exception {
        Request request = poll().header("DPoP", "header.claims.signature");

        assertThatExceptionOfType(TooLate.class).isThrownBy(() -> send(request, Duration.ofSeconds(30)));
    }

    @Test
    void whatDoesNotAgeIsSentHoweverLate() throws Exception {
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> send(poll(), Duration.ofHours(1)));
    }

    private static Request poll() throws IOException {
        return Request.post(Endpoint.TOKEN, "poll", URI.create("http://127.0.0.1:" + deafPort()), Form.empty());
    }

    /** A port on which nobody listens any more. */
    private static int deafPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void send(Request request, Duration betweenLooks) throws IOException {
        Clock clock = new Clock() {
            private final AtomicLong now = new AtomicLong();

            @Override
            public long nanos() {
                return now.addAndGet(betweenLooks.toNanos());
            }

            @Override
            public void sleepUntil(long instant) {
                throw new IllegalStateException("nothing is waited for here");
            }

            @Override
            public Instant wallTime() {
                return Instant.EPOCH;
            }
        };
        Transcript transcript = new Transcript(new Redaction(), 0, record -> {});
        try (Http http = new Http(HttpOptions.defaults(), transcript, System::nanoTime)) {
            new Wire("a check", Urgency.PLAIN, http, clock, new Pace(100, clock)).send(request);
        }
    }
}
