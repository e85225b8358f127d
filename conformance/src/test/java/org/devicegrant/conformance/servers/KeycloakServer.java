package org.devicegrant.conformance.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keycloak in a process of its own, with a realm for each setting. */
public final class KeycloakServer implements AutoCloseable {

    private static final Path DIRECTORY = Path.of("target", "known-servers", "keycloak");
    /** The first start unpacks the server; on two busy cores four minutes have been seen. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final ServerProcess process;
    private final int port;
    private final String version;
    private final ClientKey clientKey;

    /** A realm: its name, the lifetime of its device codes and the polling interval that it announces. */
    public enum Realm {
        /** As Keycloak is delivered. */
        DEVICE(Duration.ofMinutes(10), Duration.ofSeconds(5)),
        /** Codes that end while one waits, and last as long as a run's walks through the pages. */
        SHORT(Duration.ofSeconds(120), Duration.ofSeconds(2)),
        /** Polls in quick succession. */
        FAST(Duration.ofSeconds(60), Duration.ofSeconds(1)),
        /** The lowest interval that the console accepts. */
        ZERO(Duration.ofSeconds(60), Duration.ZERO);

        private final Duration lifetime;
        private final Duration interval;

        Realm(Duration lifetime, Duration interval) {
            this.lifetime = lifetime;
            this.interval = interval;
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String setting() {
            return id() + ":" + lifetime.toSeconds() + ":" + interval.toSeconds();
        }
    }

    private KeycloakServer(ServerProcess process, int port, String version, ClientKey clientKey) {
        this.process = process;
        this.port = port;
        this.version = version;
        this.clientKey = clientKey;
    }

    /** Starts the server and waits until it answers: half a minute on a quiet machine. */
    public static KeycloakServer start() throws IOException, InterruptedException {
        ClientKey key = ClientKey.generate();
        int port = ServerProcess.freePort();
        ServerProcess process = ServerProcess.start("keycloak.sh", port, DIRECTORY, environment(key));
        try {
            process.await(URI.create(issuer(port, Realm.DEVICE) + "/.well-known/openid-configuration"), PATIENCE);
            String version = Files.readString(DIRECTORY.resolve("version")).strip();
            return new KeycloakServer(process, port, version, key);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static Map<String, String> environment(ClientKey key) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SERVER_VERSION", Version.wanted("keycloak"));
        environment.put("SERVER_JWKS", key.publicJwks());
        environment.put(
                "SERVER_REALMS",
                Arrays.stream(Realm.values()).map(Realm::setting).collect(Collectors.joining(" ")));
        // Where the build that runs this test has its Maven and its repository; by hand, the usual places serve.
        environment.put("MVN", System.getProperty("known-servers.mvn", ""));
        environment.put("MAVEN_REPOSITORY", System.getProperty("known-servers.repository", ""));
        return environment;
    }

    private static String issuer(int port, Realm realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm.id();
    }

    /** One realm as a server of its own. */
    public KnownServer realm(Realm realm) {
        return new Issuer(
                "keycloak-" + realm.id(),
                version,
                issuer(port, realm),
                clientKey,
                "openid profile email",
                "openid profile");
    }

    @Override
    public void close() {
        process.close();
    }
}
