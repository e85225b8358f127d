package org.devicegrant.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.protocol.Form;
import org.junit.jupiter.api.Test;

/** What goes over the wire is what the request says, byte for byte. */
class WireFormatTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

    private static String sent(Request request) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Http http = http()) {
            CompletableFuture<String> heard =
                    CompletableFuture.supplyAsync(() -> hear(listener), task -> new Thread(task, "listener").start());
            http.send("test", request.withUrl(address(listener)));
            return heard.get(2, TimeUnit.MINUTES);
        }
    }

    private static URI address(ServerSocket listener) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/token");
    }

    private static Http http() throws IOException {
        Transcript transcript = new Transcript(new Redaction(), System.nanoTime(), record -> {});
        Duration patient = Duration.ofMinutes(2);
        HttpOptions options = new HttpOptions(null, null, false, List.of(), patient, patient, 1 << 20);
        return new Http(options, transcript, System::nanoTime);
    }

    private static String hear(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            String heard = readRequest(socket.getInputStream());
            socket.getOutputStream().write(OK.getBytes(StandardCharsets.ISO_8859_1));
            return heard;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readRequest(InputStream in) throws IOException {
        StringBuilder heard = new StringBuilder();
        int wanted = Integer.MAX_VALUE;
        while (heard.length() < wanted) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            heard.append((char) octet);
            if (wanted == Integer.MAX_VALUE && heard.toString().endsWith("\r\n\r\n")) {
                wanted = heard.length() + contentLength(heard.toString());
            }
        }
        return heard.toString();
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(l -> l.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(l -> Integer.parseInt(l.substring(15).trim()))
                .findFirst()
                .orElse(0);
    }

    private static Request poll() {
        Form form = Form.empty().with("grant_type", "urn:x").with("device_code", "a b");
        return Request.post(Endpoint.TOKEN, "poll", URI.create("http://127.0.0.1/token"), form);
    }

    @Test
    void theCanonicalRequestCarriesNothingButItsOwnHeaders() throws Exception {
        assertThat(sent(poll()))
                .startsWith("POST /token HTTP/1.1\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded\r\n", "Accept: application/json\r\n")
                .doesNotContainIgnoringCase("charset")
                .doesNotContainIgnoringCase("user-agent")
                .doesNotContainIgnoringCase("accept-encoding")
                .endsWith("\r\n\r\ngrant_type=urn%3Ax&device_code=a+b");
    }

    @Test
    void aBareRequestHasOnlyItsContentType() throws Exception {
        assertThat(sent(poll().bare())).doesNotContainIgnoringCase("accept:");
    }

    @Test
    void aContentTypeCanBeChangedOrLeftOut() throws Exception {
        assertThat(sent(poll().header("Content-Type", "text/plain"))).contains("Content-Type: text/plain\r\n");
        assertThat(sent(poll().withoutHeader("Content-Type"))).doesNotContainIgnoringCase("content-type");
    }

    @Test
    void rawBodiesAndRepeatedParametersStayAsTheyAre() throws Exception {
        assertThat(sent(poll().withRawBody("a=1&b=%zz&a=2&"))).endsWith("\r\n\r\na=1&b=%zz&a=2&");
        assertThat(sent(poll().with("device_code", "c"))).endsWith("device_code=a+b&device_code=c");
    }

    @Test
    void aGetCarriesItsParametersInTheUrlOnly() throws Exception {
        Request get = Request.get(Endpoint.TOKEN, "get", poll().url())
                .withQuery(Form.empty().with("client_id", "a&b"));

        assertThat(sent(get))
                .startsWith("GET /token?client_id=a%26b HTTP/1.1\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void everyRequestOfAVolleyIsAnswered() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (ServerSocket listener = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
                Http http = http()) {
            List<CompletableFuture<Void>> watchers = watchers(4, listener, heard);
            Request request = poll().withUrl(address(listener));

            List<Answer> answers = http.volley("test", List.of(request, request, request, request));

            assertThat(answers).hasSize(4).allMatch(a -> a.status() == 200);
            watchers.forEach(CompletableFuture::join);
            assertThat(heard).hasSize(4).containsOnly("complete");
        }
    }

    @Test
    void noRequestOfAVolleyIsCompletedBeforeAllAreOnTheirWay() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (ServerSocket listener = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
                Http http = http()) {
            List<CompletableFuture<Void>> watchers = watchers(3, listener, heard);
            Request request = poll().withUrl(address(listener));
            Request nowhere = poll().withUrl(URI.create("http://127.0.0.1:" + closedPort() + "/token"));

            assertThatThrownBy(() -> http.volley("test", List.of(request, request, nowhere, request)))
                    .isInstanceOf(Unanswered.class);

            listener.close();
            watchers.forEach(CompletableFuture::join);
            assertThat(heard).doesNotContain("complete");
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Threads of their own: a shared pool may have fewer than the volley has requests. */
    private static List<CompletableFuture<Void>> watchers(int count, ServerSocket listener, List<String> heard) {
        List<CompletableFuture<Void>> watchers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            watchers.add(CompletableFuture.runAsync(
                    () -> watch(listener, heard), task -> new Thread(task, "watcher").start()));
        }
        return watchers;
    }

    private static void watch(ServerSocket listener, List<String> heard) {
        try (Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                head.append((char) octet);
                if (head.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
            int length = contentLength(head.toString());
            heard.add(length > 0 && in.readNBytes(length).length == length ? "complete" : "incomplete");
            socket.getOutputStream().write(OK.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            heard.add("failed");
        }
    }
}
