package org.devicegrant.conformance.servers;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The Node package oidc-provider in a process of its own. */
public final class OidcProviderServer implements KnownServer, AutoCloseable {

    private static final Path DIRECTORY = Path.of("target", "known-servers");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Refresh tokens come with offline_access only. */
    private static final String NARROW_SCOPE = "openid offline_access profile";

    private static final String SCOPE = NARROW_SCOPE + " email";

    private final ServerProcess process;
    private final Issuer issuer;

    /** Where the server keeps its records. */
    public enum Store {
        /** The package's own, which keeps 1,000 records. */
        MEMORY,
        /** Without a bound; expired records linger. */
        MAP,
        /** Like {@link #MAP}, and each access takes a few milliseconds, as with a database. */
        SLOW;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private OidcProviderServer(ServerProcess process, Issuer issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /** What keeps the server from being started on this machine, in a sentence for people; empty where nothing does. */
    public static Optional<String> obstacle() {
        boolean npm = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "npm")));
        return npm
                ? Optional.empty()
                : Optional.of("oidc-provider is skipped: npm is not on the PATH; install Node.js 20 or newer with npm");
    }

    /** Starts the server and waits until it answers; the first start installs the package. */
    public static OidcProviderServer start(Store store, Duration lifetime) throws IOException, InterruptedException {
        ClientKey key = ClientKey.generate();
        int port = ServerProcess.freePort();
        Path directory = DIRECTORY.resolve("oidc-provider-" + store.id());
        ServerProcess process =
                ServerProcess.start("oidc-provider.sh", port, directory, environment(store, lifetime, key));
        try {
            String issuer = "http://127.0.0.1:" + port;
            process.await(URI.create(issuer + "/.well-known/openid-configuration"), PATIENCE);
            String version = Files.readString(directory.resolve("version")).strip();
            return new OidcProviderServer(
                    process, new Issuer("oidc-provider-" + store.id(), version, issuer, key, SCOPE, NARROW_SCOPE));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static Map<String, String> environment(Store store, Duration lifetime, ClientKey key) {
        return Map.of(
                "SERVER_VERSION", Version.wanted("oidc-provider"),
                "SERVER_STORE", store.id(),
                "SERVER_LIFETIME", Long.toString(lifetime.toSeconds()),
                "SERVER_JWKS", key.publicJwks());
    }

    @Override
    public String name() {
        return issuer.name();
    }

    @Override
    public String version() {
        return issuer.version();
    }

    @Override
    public String issuer() {
        return issuer.issuer();
    }

    @Override
    public String scope() {
        return issuer.scope();
    }

    @Override
    public String narrowScope() {
        return issuer.narrowScope();
    }

    @Override
    public ClientKey clientKey() {
        return issuer.clientKey();
    }

    @Override
    public void close() {
        process.close();
    }
}
