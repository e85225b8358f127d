package org.devicegrant.conformance.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                + server.behaviour().transport().tls().map(TargetText::http).orElse("");
    }

    /** Whoever looks at a certificate that convinces nobody has to look away for everything else. */
    private static String http(Tls tls) {
        return "http: {ca_file: %s, insecure: %s}\n"
                .formatted(CA_FILE, !tls.certificate().convincing());
    }

    private static String common(EmbeddedServer server) {
        Behaviour behaviour = server.behaviour();
        StringBuilder text = new StringBuilder();
        text.append("name: embedded\n")
                .append("issuer: ")
                .append(quoted(server.issuer()))
                .append("\n");
        text.append("scope: openid profile email read\n");
        text.append("narrow_scope: openid profile\n");
        text.append("forbidden_scope: admin\n");
        text.append(clients(behaviour.clients()));
        text.append("users:\n");
        for (String name : List.of(Users.ALICE, Users.BOB, Users.CAROL)) {
            User user = behaviour.users().named(name);
            text.append("  - {username: %s, password: %s}\n".formatted(user.name(), quoted(user.password())));
        }
        text.append("approval:\n  by: browser\n");
        text.append(behaviour.registration().open() ? "registration: {allowed: true}\n" : "");
        behaviour.features().forEach(feature -> text.append(feature.declared()));
        return text.append(behaviour.declared()).toString();
    }

    private static String clients(Clients clients) {
        return """
                clients:
                  public: {client_id: %s, name: %s}
                  other: {client_id: %s, name: %s}
                  confidential: %s
                  without_grant: {client_id: %s}
                  private_key_jwt: {client_id: %s, jwk_file: %s, alg: RS256}
                  special_characters: %s
                  disposable: %s
                  introspection: %s
                """.formatted(
                        Clients.PUBLIC,
                        quoted(clients.named(Clients.PUBLIC).name()),
                        Clients.OTHER,
                        quoted(clients.named(Clients.OTHER).name()),
                        confidential(clients, Clients.CONFIDENTIAL),
                        Clients.WITHOUT_GRANT,
                        Clients.KEYED,
                        KEY_FILE,
                        confidential(clients, Clients.CONFIDENTIAL),
                        confidential(clients, Clients.DISPOSABLE),
                        confidential(clients, Clients.CONFIDENTIAL));
    }

    private static String confidential(Clients clients, String id) {
        Client client = clients.named(id);
        return "{client_id: %s, client_secret: %s, auth_method: %s, name: %s}"
                .formatted(
                        id,
                        quoted(Objects.requireNonNull(client.secret())),
                        client.method().wireName(),
                        quoted(client.name()));
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
