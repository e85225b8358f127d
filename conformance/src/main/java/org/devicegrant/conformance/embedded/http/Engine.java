package org.devicegrant.conformance.embedded.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.embedded.http.tls.Tls;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.DetectorConnectionFactory;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.SslConnectionFactory;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.util.ssl.SslContextFactory;

/** WireMock's own engine with the {@link Envelope} in front of it, and with TLS on its one port if wanted. */
final class Engine extends Jetty11HttpServer {
    private static final String KEY_STORE_PASSWORD = "loopback";

    private Engine(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
    }

    @Override
    protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
        FilterHolder filter = new FilterHolder(new Envelope());
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private Engine secure(Tls tls) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(tls.certificate().keyStore(KEY_STORE_PASSWORD));
        context.setKeyStorePassword(KEY_STORE_PASSWORD);
        context.setSniRequired(false);
        context.setIncludeProtocols(tls.versions().toArray(String[]::new));
        HttpConnectionFactory http = httpConnector.getConnectionFactory(HttpConnectionFactory.class);
        SslConnectionFactory ssl = new SslConnectionFactory(context, http.getProtocol());
        ConnectionFactory first = tls.plainToo() ? new DetectorConnectionFactory(ssl) : ssl;
        httpConnector.setConnectionFactories(List.of(first, http));
        httpConnector.setDefaultProtocol(first.getProtocol());
        return this;
    }

    /**
     * Makes engines.
     *
     * @param tls how TLS is offered; without it the engine speaks plain HTTP
     */
    record Factory(Optional<Tls> tls) implements HttpServerFactory {
        @Override
        public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            Engine engine = new Engine(options, admin, stubs);
            return tls.map(engine::secure).orElse(engine);
        }
    }
}
