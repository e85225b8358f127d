package org.devicegrant.load.target;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import org.devicegrant.conformance.exchange.Tls;
import org.devicegrant.load.LoadRefused;

/** HTTP clients for the few requests around the load: metadata, first codes, approvals. */
public final class HttpClients {
    private HttpClients() {}

    /**
     * A builder that reaches the server as the target file says; redirects are left to the caller.
     *
     * @throws LoadRefused if the CA file cannot be used
     */
    public static HttpClient.Builder of(Reach reach) {
        if (reach.insecure()) {
            // Read once by Java's client; there is no other switch for names that do not match.
            System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(reach.timeout());
        if (reach.insecure() || reach.caFile() != null) {
            try {
                builder.sslContext(Tls.context(reach.caFile(), reach.insecure()));
            } catch (IOException e) {
                throw new LoadRefused(LoadRefused.WRONG_INPUT, "http.ca_file: " + e.getMessage());
            }
        }
        URI proxy = reach.proxy();
        if (proxy != null) {
            int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
            builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), port)));
        }
        return builder;
    }
}
