package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.devicegrant.conformance.embedded.http.Answer;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {
    @Test
    void takenPortIsNamed() {
        try (EmbeddedServer first = EmbeddedServer.start()) {
            Behaviour second = new Behaviour();
            second.transport().port(first.port());
            assertThatThrownBy(() -> EmbeddedServer.start(second))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot listen on port " + first.port());
        }
    }

    @Test
    void behaviourServesOneServer() {
        Behaviour behaviour = new Behaviour();
        try (EmbeddedServer first = EmbeddedServer.start(behaviour)) {
            assertThat(first.behaviour()).isSameAs(behaviour);
            assertThatThrownBy(() -> EmbeddedServer.start(behaviour)).hasMessageContaining("belongs to one server");
        }
    }

    @Test
    void malformedPathIsRefused() {
        Behaviour behaviour = new Behaviour();
        behaviour.transport().path("tenant/");
        assertThatThrownBy(() -> EmbeddedServer.start(behaviour)).hasMessageContaining("/tenant");
    }

    @Test
    void nothingOfTheEngineShows() {
        try (Running running = Running.conforming()) {
            assertThat(running.wire().get("/__admin/mappings").status()).isEqualTo(401);
            assertThat(running.wire().get("/nowhere").status()).isEqualTo(404);
            var headers = running.wire().start().raw().headers().map();
            assertThat(headers.keySet())
                    .containsExactlyInAnyOrder("cache-control", "content-length", "content-type", "pragma");
        }
    }

    @Test
    void forgedHeadersChangeNoAddress() {
        try (Running running = Running.conforming()) {
            Wire.Reply started = running.wire()
                    .post(
                            "/device_authorization",
                            "client_id=tv-public",
                            "X-Forwarded-Host",
                            "evil.example",
                            "Forwarded",
                            "host=evil.example",
                            "X-Forwarded-For",
                            "203.0.113.7");
            assertThat(started.text("verification_uri"))
                    .isEqualTo(running.server().issuer() + "/device");
            assertThat(running.server().behaviour().grants().all())
                    .extracting(grant -> grant.order().address())
                    .containsExactly("127.0.0.1");
        }
    }

    @Test
    void answersCanBeSlowOrLost() {
        try (Running running = Running.with(b -> b.onDevice((request, answer) -> answer.delay(Duration.ofMillis(300)))
                .onToken((request, answer) -> answer.delivery(Answer.Delivery.RESET)))) {
            long start = System.nanoTime();
            Wire.Reply started = running.wire().start();
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000);
            assertThatThrownBy(() -> running.wire().poll(started)).hasRootCauseInstanceOf(IOException.class);
        }
    }
}
