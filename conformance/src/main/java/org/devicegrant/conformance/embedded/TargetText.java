package org.devicegrant.conformance.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Keys;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.http.tls.Tls;

/** Writes the target file with which the harness finds its way around an embedded server. */
final class TargetText {
    /** Name of the key file, beside the target file. */
    static final String KEY_FILE = "tv-jwt.jwk";

    /** Name of the file of authorities, beside the target file; only with TLS. */
    static final String CA_FILE = "ca.pem";

    private static final String TARGET_FILE = "target.yaml";

    private TargetText() {}

    static String yaml(EmbeddedServer server) {
        return common(server)
                + (server.behaviour().transport().tls().isPresent() ? "http: {ca_file: " + CA_FILE + "}\n" : "");
    }

    private static String common(EmbeddedServer server) {
        Behaviour behaviour = server.behaviour();
        Client confidential = behaviour.clients().named(Clients.CONFIDENTIAL);
        User alice = behaviour.users().named(Users.ALICE);
        User bob = behaviour.users().named(Users.BOB);
        return """
                name: embedded
                issuer: %s
                scope: profile
                forbidden_scope: admin
                clients:
                  public: {client_id: %s}
                  other: {client_id: %s}
                  confidential: {client_id: %s, client_secret: %s, auth_method: client_secret_basic}
                  without_grant: {client_id: %s}
                  private_key_jwt: {client_id: %s, jwk_file: %s, alg: RS256}
                users:
                  - {username: %s, password: %s}
                  - {username: %s, password: %s}
                approval:
                  by: browser
                """.formatted(
                        quoted(server.issuer()),
                        Clients.PUBLIC,
                        Clients.OTHER,
                        Clients.CONFIDENTIAL,
                        quoted(Objects.requireNonNull(confidential.secret())),
                        Clients.WITHOUT_GRANT,
                        Clients.KEYED,
                        KEY_FILE,
                        alice.name(),
                        quoted(alice.password()),
                        bob.name(),
                        quoted(bob.password()));
    }

    static Path write(EmbeddedServer server, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(KEY_FILE), Keys.client().toJSONString() + "\n");
        Optional<Tls> tls = server.behaviour().transport().tls();
        if (tls.isPresent()) {
            Files.writeString(
                    directory.resolve(CA_FILE), tls.get().certificate().pem());
        }
        return Files.writeString(directory.resolve(TARGET_FILE), yaml(server));
    }

    /** In single quotes, where YAML knows one escape only. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
