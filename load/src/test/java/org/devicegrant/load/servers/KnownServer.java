package org.devicegrant.load.servers;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The servers that a short load goes to. They are started anew, but from where the checks of the module before this one
 * have downloaded and unpacked them.
 */
enum KnownServer {
    /** Spring Authorization Server with a database. */
    SPRING_JDBC,
    /** The same with the framework's store in memory, which keeps a hundred pending codes. */
    SPRING_MEMORY,
    /** Keycloak, which enforces its interval. */
    KEYCLOAK,
    /** The Node package oidc-provider with a store without a bound. */
    OIDC_PROVIDER;

    private static final Path UNPACKED = Path.of("..", "conformance", "target", "known-servers");
    private static final Path OUTPUT = Path.of("target", "known-servers");

    /** Name in the expectations and of the directory with the reports. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where target file, log and reports go. */
    Path directory() {
        return OUTPUT.resolve(id());
    }

    /** What keeps it from being started on this machine; empty where nothing does. */
    String obstacle() {
        boolean npm = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "npm")));
        return this != OIDC_PROVIDER || npm ? "" : "npm is not on the PATH; install Node.js 20 or newer with npm";
    }

    /** Starts it and waits until its target file is there and the server answers. */
    ServerScript start() throws IOException, InterruptedException {
        Files.createDirectories(directory());
        Files.deleteIfExists(targetFile());
        ServerScript server = run(freePort());
        try {
            server.await(targetFile());
            URI metadata = metadata();
            if (metadata != null) {
                server.await(metadata);
            }
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    Path targetFile() {
        return directory().resolve("target.yaml");
    }

    private ServerScript run(int port) throws IOException {
        return switch (this) {
            case SPRING_JDBC, SPRING_MEMORY ->
                script(
                        Map.of("CLASS_PATH_FILE", absolute(UNPACKED.resolve("class-path"))),
                        "spring.sh",
                        id().substring("spring-".length()),
                        absolute(directory()));
            case KEYCLOAK -> {
                describe("http://127.0.0.1:" + port + "/realms/device");
                yield script(
                        Map.of(
                                "SERVER_VERSION", version("keycloak"),
                                "SERVER_REALMS", "device:600:5",
                                "MVN", System.getProperty("known-servers.mvn", ""),
                                "MAVEN_REPOSITORY", System.getProperty("known-servers.repository", "")),
                        "keycloak.sh",
                        String.valueOf(port),
                        absolute(UNPACKED.resolve("keycloak")));
            }
            case OIDC_PROVIDER -> {
                describe("http://127.0.0.1:" + port);
                yield script(
                        Map.of("SERVER_VERSION", version("oidc-provider"), "SERVER_STORE", "map"),
                        "oidc-provider.sh",
                        String.valueOf(port),
                        absolute(UNPACKED.resolve("oidc-provider-memory")));
            }
        };
    }

    private ServerScript script(Map<String, String> environment, String script, String... words) throws IOException {
        return ServerScript.start(directory().resolve("server.log"), environment, script, words);
    }

    private void describe(String issuer) throws IOException {
        Files.writeString(targetFile(), """
                name: %s
                issuer: %s
                scope: openid profile
                clients: {public: {client_id: tv-public}}
                users: [{username: alice, password: password}]
                """.formatted(id(), issuer));
    }

    /** Spring writes its target file when it serves; the others are asked. */
    private URI metadata() throws IOException {
        return this == SPRING_JDBC || this == SPRING_MEMORY
                ? null
                : URI.create(Files.readAllLines(targetFile()).get(1).substring("issuer: ".length())
                        + "/.well-known/openid-configuration");
    }

    private static String version(String server) {
        return System.getProperty(server + ".version", System.getProperty("latest") == null ? "" : "latest");
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
