package org.devicegrant.conformance.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.DefaultBHttpClientConnection;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Requests that reach the server at the same moment: every connection is open and has sent all but its last byte before
 * the last bytes go out together. Threads at a barrier alone overlap far less, because connecting and sending take
 * longer than a handler's unguarded moment.
 */
final class Volley {
    private static final MessageConstraints BOUNDS = MessageConstraints.custom()
            .setMaxLineLength(Connection.LONGEST_HEADER)
            .setMaxHeaderCount(Connection.MOST_HEADERS)
            .build();

    private final HttpOptions options;
    private final SSLContext tls;
    private final Ticker ticker;
    private final ScheduledExecutorService deadlines;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    /** What came of one request: an answer's parts, or why there is none. */
    record Shot(
            Request request,
            long sent,
            long received,
            int status,
            List<Header> headers,
            byte[] body,
            boolean cut,
            @Nullable Exception failure) {}

    /** @param deadlines cuts off what takes too long */
    Volley(HttpOptions options, SSLContext tls, Ticker ticker, ScheduledExecutorService deadlines) {
        this.deadlines = deadlines;
        this.options = options;
        this.tls = tls;
        this.ticker = ticker;
    }

    /** Sends all requests, each of which must have a body. Whatever has no answer after twice the time of one is cut off. */
    List<Shot> fire(List<Request> requests) {
        ScheduledFuture<?> deadline =
                deadlines.schedule(this::abort, 2 * options.whole().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return fired(requests);
        } finally {
            deadline.cancel(false);
        }
    }

    private void abort() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone, which is all that was wanted.
                continue;
            }
        }
    }

    private List<Shot> fired(List<Request> requests) {
        Gate gate = new Gate(requests.size());
        List<CompletableFuture<Shot>> shots = new ArrayList<>();
        for (Request request : requests) {
            CompletableFuture<Shot> shot = new CompletableFuture<>();
            Thread thread = new Thread(() -> shot.complete(shoot(request, gate)), "volley");
            thread.setDaemon(true);
            thread.start();
            shots.add(shot);
        }
        return shots.stream().map(CompletableFuture::join).toList();
    }

    private Shot shoot(Request request, Gate gate) {
        long sent = ticker.nanos();
        try (Socket socket = connect(request);
                DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(
                        8_192, 8_192, null, null, BOUNDS, null, null, null, WholeHeads.parsers())) {
            connection.bind(socket);
            BasicHttpEntityEnclosingRequest outgoing = outgoing(request);
            LastByteHeldBack body = new LastByteHeldBack(request.body(), gate, options, ticker);
            outgoing.setEntity(body);
            connection.sendRequestHeader(outgoing);
            connection.sendRequestEntity(outgoing);
            connection.flush();
            sent = body.released();
            return answer(request, sent, connection);
        } catch (IOException | HttpException | RuntimeException e) {
            gate.giveUp();
            return new Shot(request, sent, ticker.nanos(), 0, List.of(), new byte[0], false, e);
        }
    }

    private Shot answer(Request request, long sent, DefaultBHttpClientConnection connection)
            throws IOException, HttpException {
        HttpResponse incoming = connection.receiveResponseHeader();
        connection.receiveResponseEntity(incoming);
        byte[] body = new byte[0];
        boolean cut = false;
        if (incoming.getEntity() != null) {
            try (InputStream in = incoming.getEntity().getContent()) {
                body = in.readNBytes(options.maxBody());
                cut = body.length == options.maxBody();
            }
        }
        List<Header> headers = new ArrayList<>();
        for (org.apache.http.Header header : incoming.getAllHeaders()) {
            headers.add(new Header(header.getName(), header.getValue() == null ? "" : header.getValue()));
        }
        return new Shot(
                request, sent, ticker.nanos(), incoming.getStatusLine().getStatusCode(), headers, body, cut, null);
    }

    private static BasicHttpEntityEnclosingRequest outgoing(Request request) {
        String query = request.target().getRawQuery();
        String path = request.target().getRawPath() + (query == null ? "" : "?" + query);
        BasicHttpEntityEnclosingRequest outgoing = new BasicHttpEntityEnclosingRequest(request.method(), path);
        int port = request.url().getPort();
        outgoing.addHeader("Host", request.url().getHost() + (port < 0 ? "" : ":" + port));
        request.headers().forEach(h -> outgoing.addHeader(h.name(), h.value()));
        outgoing.addHeader("Content-Length", String.valueOf(request.body().getBytes(StandardCharsets.UTF_8).length));
        outgoing.addHeader("Connection", "close");
        return outgoing;
    }

    private Socket connect(Request request) throws IOException {
        boolean secure = "https".equals(request.url().getScheme());
        int port = request.url().getPort();
        InetSocketAddress address =
                new InetSocketAddress(request.url().getHost(), port >= 0 ? port : secure ? 443 : 80);
        Socket plain = new Socket();
        sockets.add(plain);
        plain.setTcpNoDelay(true);
        plain.setSoTimeout((int) options.whole().toMillis());
        plain.connect(address, (int) options.connect().toMillis());
        if (!secure) {
            return plain;
        }
        SSLSocket socket = (SSLSocket)
                tls.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true);
        if (!options.insecure()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
    }
}
