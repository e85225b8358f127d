package org.devicegrant.load.target;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server under load, endpoints resolved.
 *
 * @param name shown in reports
 * @param issuer issuer identifier, or null if unknown
 * @param tokenEndpoint where devices poll (RFC 8628 section 3.4)
 * @param deviceAuthorizationEndpoint where they get their codes (RFC 8628 section 3.1)
 * @param clients devices are dealt out to these in turn; at least one
 * @param scope scope to ask for, or null
 * @param extraParameters sent with every device authorization request, in order
 * @param reach how to get there
 * @param allowed whether the operator allows load on a server that is not this machine
 * @param lateExpiry how long after its lifetime an approved code must be dead
 * @param afterApproval separate time for redemption from the approval on, or null if there is none
 * @param approving how codes are approved, or null if nobody can
 */
public record LoadTarget(
        String name,
        @Nullable URI issuer,
        URI tokenEndpoint,
        URI deviceAuthorizationEndpoint,
        List<LoadClient> clients,
        @Nullable String scope,
        Map<String, String> extraParameters,
        Reach reach,
        boolean allowed,
        Duration lateExpiry,
        @Nullable Duration afterApproval,
        @Nullable Approving approving) {

    public LoadTarget {
        clients = List.copyOf(clients);
        if (clients.isEmpty()) {
            throw new IllegalArgumentException("no client is registered for the grant");
        }
        extraParameters = new LinkedHashMap<>(extraParameters);
    }

    /** Two endpoints and one client; everything else as it comes. */
    public static LoadTarget of(URI tokenEndpoint, URI deviceAuthorizationEndpoint, LoadClient client) {
        String name = String.valueOf(tokenEndpoint.getAuthority());
        Reach reach = Reach.defaults();
        Duration late = Duration.ofSeconds(60);
        return new LoadTarget(
                name,
                null,
                tokenEndpoint,
                deviceAuthorizationEndpoint,
                List.of(client),
                null,
                Map.of(),
                reach,
                false,
                late,
                null,
                null);
    }

    /** The same, reached in another way. */
    public LoadTarget with(Reach other) {
        return new LoadTarget(
                name,
                issuer,
                tokenEndpoint,
                deviceAuthorizationEndpoint,
                clients,
                scope,
                extraParameters,
                other,
                allowed,
                lateExpiry,
                afterApproval,
                approving);
    }
}
