package org.devicegrant.conformance.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server under test, as its operator describes it in the target file.
 *
 * @param name shown in reports and used for the default output directory
 * @param issuer issuer identifier that metadata is read from (RFC 8414); null only if both endpoints are given
 * @param endpoints overrides of the metadata
 * @param scope scope to ask for, space-delimited, or null to leave it out
 * @param clients registered clients
 * @param users who can sign in; the first approves, the second is somebody else
 * @param approval who plays the user
 * @param extraParameters sent with every device authorization request, in order
 * @param windows further lifetimes
 * @param timing patience and pace
 * @param http how to reach the server
 * @param probes what some checks need to be told
 * @param kiosk devices that are set up for an account
 * @param registration dynamic registration
 * @param hooks programs that change accounts
 * @param loadAllowed key {@code load.allowed}: whether load may be put on this server
 * @param objectives what a load run must reach
 * @param directory where the target file lies; relative paths and commands start there
 */
public record Target(
        String name,
        @Nullable URI issuer,
        Endpoints endpoints,
        @Nullable String scope,
        Clients clients,
        List<User> users,
        Approval approval,
        Map<String, String> extraParameters,
        Windows windows,
        Timing timing,
        Http http,
        Probes probes,
        Kiosk kiosk,
        Registration registration,
        Hooks hooks,
        boolean loadAllowed,
        Objectives objectives,
        Path directory) {

    public Target {
        users = List.copyOf(users);
        extraParameters = Collections.unmodifiableMap(new LinkedHashMap<>(extraParameters));
    }

    /** A server of which only the issuer and a public client are known: {@code --issuer} and {@code --client-id}. */
    public static Target of(URI issuer, String clientId) {
        String host = issuer.getHost();
        return new Target(
                host == null ? issuer.toString() : host,
                issuer,
                Endpoints.fromMetadata(),
                null,
                Clients.onlyPublic(Client.publicClient(clientId)),
                List.of(),
                Approval.defaults(),
                Map.of(),
                Windows.none(),
                Timing.defaults(),
                Http.defaults(),
                Probes.none(),
                Kiosk.none(),
                Registration.none(),
                Hooks.none(),
                false,
                Objectives.none(),
                Path.of(""));
    }

    /** The same server with other endpoints. */
    public Target withEndpoints(Endpoints other) {
        return new Target(
                name,
                issuer,
                other,
                scope,
                clients,
                users,
                approval,
                extraParameters,
                windows,
                timing,
                http,
                probes,
                kiosk,
                registration,
                hooks,
                loadAllowed,
                objectives,
                directory);
    }
}
