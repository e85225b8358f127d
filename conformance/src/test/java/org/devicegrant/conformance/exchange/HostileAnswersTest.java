package org.devicegrant.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.devicegrant.conformance.protocol.Form;
import org.junit.jupiter.api.Test;

/** Answers that no server should give end in an answer or in one clear sentence, within time and memory. */
class HostileAnswersTest {
    private static final int MOST = 64 * 1024;
    /** Where an answer is expected: no machine is so busy. */
    private static final Duration PATIENT = Duration.ofMinutes(2);

    /** Writes the raw bytes of one answer. */
    private interface Script {
        void run(OutputStream out) throws IOException, InterruptedException;
    }

    private static Answer ask(Duration whole, Script script) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(listener, script), "hostile server");
            server.setDaemon(true);
            server.start();
            return send(URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/token"), whole);
        }
    }

    private static void serve(ServerSocket listener, Script script) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().read(new byte[8192]);
            script.run(socket.getOutputStream());
        } catch (IOException | InterruptedException expectedWhenTheClientLeaves) {
            // The client cuts off what takes too long.
        }
    }

    private static Answer send(URI uri, Duration whole) throws IOException {
        HttpOptions options = new HttpOptions(null, null, false, List.of(), Duration.ofSeconds(2), whole, MOST);
        Transcript transcript = new Transcript(new Redaction(), System.nanoTime(), record -> {});
        try (Http http = new Http(options, transcript, System::nanoTime)) {
            return http.send(
                    "test",
                    Request.post(Endpoint.TOKEN, "poll", uri, Form.empty().with("a", "b")));
        }
    }

    private static void volley(Duration whole, Script script) throws Exception {
        HttpOptions options = new HttpOptions(null, null, false, List.of(), PATIENT, whole, MOST);
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Http http = new Http(options, new Transcript(new Redaction(), 0, each -> {}), System::nanoTime)) {
            Thread server = new Thread(() -> serve(listener, script), "hostile server");
            server.setDaemon(true);
            server.start();
            URI uri = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/token");
            http.volley(
                    "test",
                    List.of(Request.post(
                            Endpoint.TOKEN, "poll", uri, Form.empty().with("a", "b"))));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Test
    void anEndlessBodyIsCut() throws Exception {
        Answer answer = ask(PATIENT, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            byte[] chunk = new byte[8192];
            while (true) {
                out.write(chunk);
            }
        });

        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(MOST);
    }

    @Test
    void aBodyOfFiftyMegabytesIsCut() throws Exception {
        Answer answer = ask(PATIENT, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n");
            out.write(new byte[52428800]);
        });

        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(MOST);
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsCut() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }

        Answer answer = ask(PATIENT, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            out.write(packed.toByteArray());
        });

        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(MOST);
    }

    @Test
    void aSlowDripEndsAtTheDeadline() {
        assertThatThrownBy(() -> ask(Duration.ofSeconds(1), out -> {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    for (int i = 0; i < 1000; i++) {
                        write(out, "x");
                        Thread.sleep(100);
                    }
                }))
                .isInstanceOf(Unanswered.class)
                .hasMessageMatching("http://127.0.0.1:\\d+ did not finish its answer within 1 s");
    }

    @Test
    void silenceEndsAtTheDeadline() {
        assertThatThrownBy(() -> ask(Duration.ofSeconds(1), out -> Thread.sleep(120_000)))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("within 1 s");
    }

    @Test
    void anEndlessHeadIsCutOff() {
        assertThatThrownBy(() -> ask(PATIENT, out -> {
                    write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
                    byte[] chunk = "a".repeat(8192).getBytes(StandardCharsets.ISO_8859_1);
                    while (true) {
                        out.write(chunk);
                    }
                }))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("longer head than any client reads");
    }

    @Test
    void aVolleyThatDripsEndsAtTheDeadline() throws Exception {
        assertThatThrownBy(() -> volley(Duration.ofSeconds(1), out -> {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n");
                    for (int i = 0; i < 10_000; i++) {
                        write(out, "x");
                        Thread.sleep(100);
                    }
                }))
                .isInstanceOf(Unanswered.class);
    }

    @Test
    void anEarlyCloseIsSaid() {
        assertThatThrownBy(() -> ask(PATIENT, out -> {}))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("closed the connection without an answer");
        assertThatThrownBy(() -> ask(PATIENT, out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("ended its answer early");
    }

    @Test
    void aHeadThatBreaksOffIsNoAnswer() {
        for (String head : List.of(
                "HTTP/1.1 401 Unauthorized\r\n",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic rea",
                "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/html\r\n")) {
            assertThatThrownBy(() -> ask(PATIENT, out -> write(out, head)))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("ended its answer early");
            assertThatThrownBy(() -> volley(PATIENT, out -> write(out, head)))
                    .isInstanceOf(Unanswered.class)
                    .hasMessageContaining("ended its answer early");
        }
    }

    @Test
    void somethingThatIsNotHttpIsSaid() {
        assertThatThrownBy(() -> ask(PATIENT, out -> write(out, "SSH-2.0-OpenSSH_9.2\r\n")))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("does not speak HTTP");
    }

    @Test
    void aFalseCompressionIsSaid() {
        assertThatThrownBy(() -> ask(
                        PATIENT,
                        out -> write(
                                out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain")))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("does not match its Content-Encoding");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        Answer answer = ask(
                PATIENT,
                out -> write(out, "HTTP/1.1 307 T\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(307);
    }

    @Test
    void anOldVersionOfHttpIsUnderstood() throws Exception {
        Answer answer = ask(
                PATIENT,
                out -> write(out, "HTTP/1.0 400 Bad\r\nContent-Type: application/json\r\n\r\n{\"error\":\"x\"}"));

        assertThat(answer.error()).isEqualTo("x");
    }

    @Test
    void repeatedHeadersAreKeptInOrder() throws Exception {
        Answer answer =
                ask(PATIENT, out -> write(out, "HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 0\r\n\r\n"));

        assertThat(answer.headerValues("X-A")).containsExactly("1", "2");
    }

    @Test
    void aClosedPortAndAnUnknownHostAreSaid() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThatThrownBy(() -> send(URI.create("http://127.0.0.1:" + closed + "/"), PATIENT))
                .isInstanceOf(Unanswered.class)
                .hasMessage("http://127.0.0.1:" + closed + " refused the connection: nothing listens there");
        assertThatThrownBy(() -> send(URI.create("http://no-such-host.invalid/"), PATIENT))
                .isInstanceOf(Unanswered.class)
                .hasMessageContaining("cannot be resolved");
    }
}
