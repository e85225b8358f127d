package org.devicegrant.load.target;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.ServerTime;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Clients;
import org.devicegrant.conformance.target.Secret;
import org.devicegrant.load.LoadRefused;
import org.jspecify.annotations.Nullable;

/** The clients of a target file, ready to authenticate. */
final class ReadyClients {
    private final Clients clients;
    private final ClientAuthentication signatures;

    ReadyClients(Clients clients, String audience) {
        this.clients = clients;
        this.signatures = new ClientAuthentication(ServerTime.measured(Clock.system(), List.of()), audience);
    }

    /** Those of the keys, in their order; without keys the one for whom it does not matter. */
    List<LoadClient> of(List<String> keys) {
        if (keys.isEmpty()) {
            Client main = clients.main();
            return List.of(ready(main == clients.public_() ? "public" : "confidential", main));
        }
        List<LoadClient> ready = new ArrayList<>();
        for (String key : keys) {
            Client client = client(key);
            if (client == null) {
                throw new LoadRefused(
                        LoadRefused.WRONG_INPUT, "the target file has no clients." + key + ": add it, or leave it out");
            }
            ready.add(ready(key, client));
        }
        return ready;
    }

    private @Nullable Client client(String key) {
        return switch (key) {
            case "public" -> clients.public_();
            case "other" -> clients.other();
            case "confidential" -> clients.confidential();
            case "private_key_jwt" -> clients.privateKeyJwt();
            default ->
                throw new LoadRefused(
                        LoadRefused.WRONG_INPUT,
                        "no client \"" + key
                                + "\" can take part: there are public, other, confidential and private_key_jwt");
        };
    }

    private LoadClient ready(String key, Client client) {
        String id = client.clientId();
        var authentication = switch (client.authMethod()) {
            case NONE -> Credential.none(id);
            case CLIENT_SECRET_BASIC -> Credential.basic(id, secret(key, client));
            case CLIENT_SECRET_POST -> Credential.post(id, secret(key, client));
            case PRIVATE_KEY_JWT -> Credential.privateKeyJwt(id, () -> signatures.assertion(client));
        };
        return new LoadClient(key, id, authentication);
    }

    private static String secret(String key, Client client) {
        Secret secret = client.clientSecret();
        if (secret == null) {
            throw new LoadRefused(LoadRefused.WRONG_INPUT, "clients." + key + " has no client_secret: add it");
        }
        return secret.reveal();
    }
}
