package org.devicegrant.conformance.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code clients}. */
final class ClientReader {
    private static final List<String> ALGORITHMS = List.of(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "ES256K", "EdDSA",
            "Ed25519");

    private static final List<String> SOMEBODY_ELSE = List.of("other", "without_grant", "disposable");

    private final Section clients;
    private final Map<String, String> clientIds = new LinkedHashMap<>();

    private ClientReader(Section clients) {
        this.clients = clients;
    }

    static Clients read(Section clients) {
        return new ClientReader(clients).all();
    }

    private Clients all() {
        Clients all = new Clients(
                client("public", List.of(AuthMethod.NONE)),
                client("other", List.of(AuthMethod.NONE)),
                client("confidential", List.of(AuthMethod.CLIENT_SECRET_BASIC, AuthMethod.CLIENT_SECRET_POST)),
                client("without_grant", List.of(AuthMethod.values())),
                client("private_key_jwt", List.of(AuthMethod.PRIVATE_KEY_JWT)),
                client("special_characters", List.of(AuthMethod.CLIENT_SECRET_BASIC)),
                client("disposable", List.of(AuthMethod.CLIENT_SECRET_BASIC, AuthMethod.CLIENT_SECRET_POST)),
                client("kiosk", List.of(AuthMethod.values())),
                client("introspection", List.of(AuthMethod.values())));
        if (!clients.has("public") && !clients.has("confidential")) {
            clients.problem(
                    "public", "missing", "Name a client that may use the grant: clients: {public: {client_id: ...}}.");
        }
        SOMEBODY_ELSE.forEach(this::distinct);
        clients.finish();
        return all;
    }

    private @Nullable Client client(String key, List<AuthMethod> allowed) {
        Section section = clients.section(key);
        if (!section.present()) {
            return null;
        }
        section.require("client_id", "Write the identifier that the server knows the client by.");
        String clientId = section.text("client_id");
        AuthMethod method = section.value("auth_method", Kind.of(AuthMethod.class), likely(section, allowed));
        if (!allowed.contains(method)) {
            section.problem(
                    "auth_method",
                    method.wireName() + " does not fit clients." + key,
                    "Use " + words(allowed) + " here.");
        }
        Client client = new Client(
                clientId == null ? "" : clientId,
                Attachments.secret(section, "client_secret"),
                method,
                Attachments.file(section, "jwk_file"),
                section.value("alg", Kind.oneOf(ALGORITHMS)),
                section.value("scope", Kind.SCOPE),
                section.text("name"));
        credentials(section, method);
        clientIds.put(key, client.clientId());
        section.finish();
        return client;
    }

    /** What the credentials suggest where {@code auth_method} is left out. */
    private static AuthMethod likely(Section section, List<AuthMethod> allowed) {
        if (allowed.size() == 1) {
            return allowed.get(0);
        }
        if (section.has("jwk_file")) {
            return AuthMethod.PRIVATE_KEY_JWT;
        }
        return section.has("client_secret") || !allowed.contains(AuthMethod.NONE)
                ? AuthMethod.CLIENT_SECRET_BASIC
                : AuthMethod.NONE;
    }

    private static void credentials(Section section, AuthMethod method) {
        switch (method) {
            case NONE -> {
                refuse(section, "client_secret", "A client with a secret belongs to clients.confidential.");
                refuse(section, "jwk_file", "A client with a key belongs to clients.private_key_jwt.");
            }
            case PRIVATE_KEY_JWT -> {
                section.require("jwk_file", "Name a file with the client's private key as a JWK.");
                refuse(section, "client_secret", "This client signs; leave the secret out.");
            }
            default -> {
                section.require("client_secret", "Write it as \"${VARIABLE}\" or file:PATH rather than in the open.");
                refuse(section, "jwk_file", "A client with a key belongs to clients.private_key_jwt.");
            }
        }
    }

    private static void refuse(Section section, String key, String advice) {
        if (section.has(key)) {
            section.problem(key, "does not fit this client's auth_method", advice);
        }
    }

    /** Two keys for one registration would prove nothing where a check needs somebody else. */
    private void distinct(String key) {
        String clientId = clientIds.getOrDefault(key, "");
        clientIds.forEach((other, otherId) -> {
            if (!clientId.isEmpty() && clientId.equals(otherId) && !other.equals(key)) {
                clients.section(key)
                        .problem(
                                "client_id",
                                "is the client of clients." + other + " already",
                                "Register another client, or leave this key out.");
            }
        });
    }

    private static String words(List<AuthMethod> methods) {
        return String.join(" or ", methods.stream().map(AuthMethod::wireName).toList());
    }
}
