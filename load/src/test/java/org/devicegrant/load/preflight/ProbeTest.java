package org.devicegrant.load.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.preflight.Probe.Announced;
import org.devicegrant.load.stub.StubServer;
import org.devicegrant.load.stub.StubServer.Reply;
import org.devicegrant.load.target.HttpClients;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.target.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The first look at a server, which may be anything. */
@Execution(ExecutionMode.CONCURRENT)
class ProbeTest {
    @Test
    void learnsWhatAServerAnnounces() throws Exception {
        try (StubServer server = new StubServer()) {
            server.interval = Duration.ofSeconds(7);

            assertThat(announced(server, Duration.ofMinutes(3)))
                    .isEqualTo(new Announced(Duration.ofSeconds(7), Duration.ofSeconds(600), false));
        }
    }

    @Test
    void seesWhetherTheIntervalIsEnforced() throws Exception {
        try (StubServer server = new StubServer()) {
            server.poll = (code, form) -> code.polls.get() == 1 ? StubServer.PENDING : Reply.error("slow_down");

            assertThat(announced(server, Duration.ofMinutes(3)).enforcesInterval())
                    .isTrue();
        }
    }

    @Test
    void anAnswerWithoutAnEndIsRefused() throws Exception {
        try (StubServer server = new StubServer()) {
            server.poll = (code, form) -> Reply.withoutAnEnd(0);

            assertThatThrownBy(() -> announced(server, Duration.ofMinutes(3)))
                    .isInstanceOfSatisfying(
                            LoadRefused.class, e -> assertThat(e.exitCode()).isEqualTo(LoadRefused.NO_FLOW))
                    .hasMessage(server.uri("/token") + " cannot be reached: the answer is longer than 4 MB");
        }
    }

    @Test
    void anAnswerThatTakesForEverIsRefused() throws Exception {
        try (StubServer server = new StubServer()) {
            server.poll = (code, form) -> Reply.withoutAnEnd(600_000);

            assertThatThrownBy(() -> announced(server, Duration.ofSeconds(1)))
                    .isInstanceOf(LoadRefused.class)
                    .hasMessageContaining(" cannot be reached: ");
        }
    }

    private static Announced announced(StubServer server, Duration patience) {
        LoadTarget target = server.target().with(new Reach(patience, null, null, false, Map.of()));
        return new Probe(target, HttpClients.of(target.reach()).build()).announced();
    }
}
