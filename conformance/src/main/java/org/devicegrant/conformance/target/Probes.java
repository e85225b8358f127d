package org.devicegrant.conformance.target;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only the operator can know and some checks need; all of it is optional. Keys of the target file's top level.
 *
 * @param forbiddenScope {@code forbidden_scope}: a scope that another client may have and {@code clients.public} may not
 * @param narrowScope {@code narrow_scope}: a real part of {@code scope}
 * @param scopeTexts {@code scope_texts}: words by which the consent page describes a scope, by scope
 * @param resources {@code resources}: resource indicators that the server accepts (RFC 8707)
 * @param probeResource {@code probe_resource}: a protected resource that answers 2xx to a GET with a live access token
 * @param authorizationDetails {@code authorization_details}: one object that the server accepts, as JSON (RFC 9396)
 * @param verificationHosts {@code verification_hosts}: further hosts that {@code verification_uri_complete} may point to
 */
public record Probes(
        @Nullable String forbiddenScope,
        @Nullable String narrowScope,
        Map<String, String> scopeTexts,
        List<URI> resources,
        @Nullable URI probeResource,
        @Nullable String authorizationDetails,
        List<String> verificationHosts) {

    public Probes {
        scopeTexts = Map.copyOf(scopeTexts);
        resources = List.copyOf(resources);
        verificationHosts = List.copyOf(verificationHosts);
    }

    /** Nothing is known. */
    public static Probes none() {
        return new Probes(null, null, Map.of(), List.of(), null, null, List.of());
    }
}
