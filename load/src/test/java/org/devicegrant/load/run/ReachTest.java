package org.devicegrant.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.http.tls.Tls;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.stub.StubServer;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.target.Reach;
import org.devicegrant.load.target.Resolution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The {@code http} section of a target file holds for the devices too. */
@Execution(ExecutionMode.CONCURRENT)
class ReachTest {
    @TempDir
    static Path directory;

    private static EmbeddedServer server;
    private static LoadTarget trusting;

    @BeforeAll
    static void startsAServerWithTls() throws Exception {
        Behaviour behaviour = new Behaviour();
        behaviour.transport().tls(Tls.sound());
        behaviour.polling().interval(Duration.ofSeconds(1));
        server = EmbeddedServer.start(behaviour);
        trusting = Resolution.of(TargetFile.read(server.targetFile(directory), Map.of(), List.of()), List.of());
    }

    @AfterAll
    static void stopsIt() {
        server.close();
    }

    @Test
    void theAuthoritiesOfTheTargetFileAreTrusted() {
        assertThat(trusting.reach().caFile()).isNotNull();
        assertThat(answeredAsPending(trusting)).isPositive();
    }

    @Test
    void aStrangersCertificateIsRefused() {
        Answers answers = Flights.fly(
                        with(Reach.defaults()), 3, tick -> tick.answers().of(AnswerKind.NO_ANSWER) >= 3)
                .allAnswers();

        assertThat(answers.of(AnswerKind.NO_ANSWER)).isGreaterThanOrEqualTo(3).isEqualTo(answers.total());
    }

    @Test
    void aStrangersCertificateIsTakenIfTheTargetFileSaysSo() {
        assertThat(answeredAsPending(with(new Reach(Flights.PATIENCE, null, null, true, Map.of()))))
                .isPositive();
    }

    @Test
    void devicesGoThroughTheProxy() throws Exception {
        try (StubServer proxy = new StubServer()) {
            Reach reach = new Reach(Flights.PATIENCE, proxy.uri(""), null, false, Map.of());
            URI token = URI.create("http://device-grant.invalid/token");
            LoadTarget behind = LoadTarget.of(
                            token, URI.create("http://device-grant.invalid/device"), LoadClient.publicClient("tv"))
                    .with(reach);

            long pending = answeredAsPending(behind);

            assertThat(pending).isPositive().isLessThanOrEqualTo(proxy.count("/token"));
        }
    }

    /** How many polls were answered as pending until there were some. */
    private static long answeredAsPending(LoadTarget target) {
        return Flights.fly(target, 3, tick -> tick.answers().of(AnswerKind.PENDING) > 0)
                .allAnswers()
                .of(AnswerKind.PENDING);
    }

    private static LoadTarget with(Reach reach) {
        return trusting.with(reach);
    }
}
