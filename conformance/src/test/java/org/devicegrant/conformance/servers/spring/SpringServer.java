package org.devicegrant.conformance.servers.spring;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.LifecycleException;
import org.devicegrant.conformance.servers.ClientKey;
import org.devicegrant.conformance.servers.KnownServer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.core.SpringSecurityCoreVersion;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Spring Authorization Server in this JVM, with the clients and users of the known servers. */
public final class SpringServer implements KnownServer, AutoCloseable {

    private final SpringOptions options;
    private final WebContainer container;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ClientKey clientKey = ClientKey.generate();

    private SpringServer(SpringOptions options, WebContainer container) {
        this.options = options;
        this.container = container;
    }

    /**
     * Starts a server of its own port, store and keys. Several may run side by side, but the framework keeps the columns of
     * its JDBC store in a static field: while a JDBC server starts, another one that is serving may answer with 500.
     */
    public static SpringServer start(SpringOptions options) {
        try {
            SpringServer server = new SpringServer(options, WebContainer.bind());
            server.serve();
            return server;
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException("Spring Authorization Server did not start", e);
        }
    }

    private void serve() throws LifecycleException {
        try {
            context.registerBean(SpringOptions.class, () -> options);
            context.registerBean(
                    AuthorizationServerSettings.class,
                    () -> AuthorizationServerSettings.builder().issuer(issuer()).build());
            context.register(Storage.class, Security.class);
            context.refresh();
            container.serve(
                    context.getBean("springSecurityFilterChain", Filter.class), new Pages(clientKey.publicJwks()));
        } catch (LifecycleException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public String name() {
        String store = options.store().name().toLowerCase(Locale.ROOT);
        return switch (options.consent()) {
            case EACH_TIME -> "spring-" + store;
            case REMEMBERED -> "spring-" + store + "-remembered-consent";
            case NOT_ASKED -> "spring-" + store + "-no-consent";
        };
    }

    @Override
    public String version() {
        return SpringSecurityCoreVersion.getVersion();
    }

    @Override
    public String issuer() {
        return "http://127.0.0.1:" + container.port();
    }

    @Override
    public ClientKey clientKey() {
        return clientKey;
    }

    /** Frees the port and leaves no thread or file behind. */
    @Override
    public void close() {
        try {
            container.close();
        } finally {
            context.close();
        }
    }
}
