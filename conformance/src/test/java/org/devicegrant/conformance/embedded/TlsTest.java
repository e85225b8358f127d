package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.devicegrant.conformance.embedded.http.tls.Certificate;
import org.devicegrant.conformance.embedded.http.tls.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static EmbeddedServer start(Tls tls) {
        Behaviour behaviour = new Behaviour();
        behaviour.transport().tls(tls);
        return EmbeddedServer.start(behaviour);
    }

    private static HttpClient trusting(String pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> metadata(HttpClient client, EmbeddedServer server) throws Exception {
        URI address = URI.create(server.issuer() + "/.well-known/oauth-authorization-server");
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** First byte of the answer to a ClientHello of TLS 1.1: 22 for a handshake, 21 for an alert, -1 for none. */
    private static int answerToOldHello(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            ByteBuffer hello = ByteBuffer.allocate(5 + 4 + 41);
            hello.put((byte) 22).putShort((short) 0x0301).putShort((short) 45);
            hello.put((byte) 1).put((byte) 0).putShort((short) 41);
            hello.putShort((short) 0x0302).put(new byte[32]).put((byte) 0);
            hello.putShort((short) 2).putShort((short) 0x002F).put((byte) 1).put((byte) 0);
            socket.getOutputStream().write(hello.array());
            InputStream in = socket.getInputStream();
            return in.read();
        }
    }

    private static String answerToPlainRequest(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            String request = "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void soundTlsIsTrustedByItsOwnFile(@TempDir Path directory) throws Exception {
        try (EmbeddedServer server = start(Tls.sound())) {
            Path target = server.targetFile(directory);
            assertThat(Files.readString(target)).contains("https://127.0.0.1", "ca_file: ca.pem");
            String pem = Files.readString(target.resolveSibling("ca.pem"));
            HttpResponse<String> answer = metadata(trusting(pem), server);
            assertThat(answer.body()).contains(server.issuer());
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answerToOldHello(server.port())).isIn(21, -1);
            assertThat(answerToPlainRequest(server.port())).doesNotContain("invalid_request");
        }
    }

    @Test
    void badCertificatesAreNoticed() throws Exception {
        Instant now = Instant.now();
        Certificate expired =
                Certificate.of(List.of("127.0.0.1"), now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
        Certificate foreign = Certificate.of(List.of("other.example"), now, now.plus(Duration.ofDays(9)));
        for (Certificate bad : List.of(expired, foreign)) {
            try (EmbeddedServer server = start(Tls.sound().withCertificate(bad))) {
                HttpClient client = trusting(bad.pem());
                assertThatThrownBy(() -> metadata(client, server)).isInstanceOf(SSLException.class);
            }
        }
    }

    @Test
    void plainHttpMayBeServedBesides() throws Exception {
        Tls tls = Tls.sound().withPlainToo();
        try (EmbeddedServer server = start(tls)) {
            assertThat(answerToPlainRequest(server.port())).contains("invalid_request");
            assertThat(metadata(trusting(tls.certificate().pem()), server).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void oldVersionMayBeAgreedTo() throws Exception {
        Tls tls = Tls.sound().withOldToo();
        try (EmbeddedServer server = start(tls)) {
            assertThat(answerToOldHello(server.port())).isEqualTo(22);
            assertThat(metadata(trusting(tls.certificate().pem()), server).statusCode())
                    .isEqualTo(200);
        }
    }
}
