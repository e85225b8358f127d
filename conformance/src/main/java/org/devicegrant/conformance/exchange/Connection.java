package org.devicegrant.conformance.exchange;

import java.io.IOException;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.params.ConnRoutePNames;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.protocol.HttpContext;

/**
 * The wire of one request: puts exactly the wanted header fields on it, notes when it was sent, bounds what is read, and
 * can be cut off from another thread. Rest Assured 6 is built on the 4.x client and needs its older classes.
 */
@SuppressWarnings("deprecation")
final class Connection implements AutoCloseable {
    static final int LONGEST_HEADER = 65_536;
    static final int MOST_HEADERS = 1_000;

    private static final Set<String> KEPT = Set.of("host", "content-length", "connection", "transfer-encoding");

    private final DefaultHttpClient client =
            new DefaultHttpClient(WholeHeads.connections(SchemeRegistryFactory.createDefault()));
    private final Request request;
    private final Ticker ticker;
    private final int maxBody;
    private volatile long sent;
    private volatile boolean aborted;
    private volatile boolean cut;

    Connection(HttpOptions options, SSLContext tls, Request request, Ticker ticker) {
        this.request = request;
        this.ticker = ticker;
        this.maxBody = options.maxBody();
        this.sent = ticker.nanos();
        client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        HttpConnectionParams.setConnectionTimeout(
                client.getParams(), (int) options.connect().toMillis());
        HttpConnectionParams.setSoTimeout(
                client.getParams(), (int) options.whole().toMillis());
        // Without bounds of its own the client would keep whatever a server calls a header field.
        client.getParams().setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_HEADER);
        client.getParams().setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
        if (options.proxy() != null) {
            client.getParams()
                    .setParameter(
                            ConnRoutePNames.DEFAULT_PROXY,
                            new HttpHost(
                                    options.proxy().getHost(), options.proxy().getPort()));
        }
        SSLSocketFactory sockets = options.insecure()
                ? new SSLSocketFactory(tls, SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER)
                : new SSLSocketFactory(tls);
        client.getConnectionManager().getSchemeRegistry().register(new Scheme("https", 443, sockets));
        client.addRequestInterceptor(this::beforeSending);
        client.addResponseInterceptor(this::afterHeaders);
    }

    HttpClient client() {
        return client;
    }

    private void beforeSending(HttpRequest outgoing, HttpContext context) {
        for (org.apache.http.Header header : outgoing.getAllHeaders()) {
            if (!KEPT.contains(header.getName().toLowerCase(java.util.Locale.ROOT))) {
                outgoing.removeHeader(header);
            }
        }
        request.headers().forEach(h -> outgoing.addHeader(h.name(), h.value()));
        sent = ticker.nanos();
    }

    private void afterHeaders(HttpResponse incoming, HttpContext context) throws IOException {
        HttpEntity entity = incoming.getEntity();
        if (entity != null) {
            incoming.setEntity(new BoundedEntity(entity, maxBody, () -> cut = true));
        }
    }

    /** Closes the socket under a request that takes too long. */
    void abort() {
        aborted = true;
        close();
    }

    boolean aborted() {
        return aborted;
    }

    boolean cut() {
        return cut;
    }

    /** Just before the first byte went out; until then, when the request was handed over. */
    long sent() {
        return sent;
    }

    @Override
    public void close() {
        client.getConnectionManager().shutdown();
    }
}
