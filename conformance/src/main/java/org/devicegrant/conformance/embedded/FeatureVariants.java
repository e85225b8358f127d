package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.feature.Accounts;
import org.devicegrant.conformance.embedded.feature.AuthorizationDetails;
import org.devicegrant.conformance.embedded.feature.Dpop;
import org.devicegrant.conformance.embedded.feature.Pkce;
import org.devicegrant.conformance.embedded.feature.ResourceIndicators;
import org.devicegrant.conformance.embedded.grant.Expiry;

/** Servers that can do more. */
final class FeatureVariants {
    private FeatureVariants() {}

    static List<Variant> all() {
        return List.of(
                new Variant(
                        "bindsTokensToKeys",
                        "DPoP may be offered (RFC 9449)",
                        b -> b.features().add(new Dpop())),
                new Variant(
                        "wantsNonces",
                        "proofs may have to carry a nonce of the server (RFC 9449 section 8)",
                        b -> b.features().add(new Dpop(true, true))),
                new Variant(
                        "knowsPkce",
                        "a challenge may be honoured in the device grant too",
                        b -> b.features().add(new Pkce())),
                new Variant(
                        "knowsResources",
                        "tokens may be asked for by resource (RFC 8707)",
                        b -> b.features().add(new ResourceIndicators())),
                new Variant(
                        "knowsAuthorizationDetails",
                        "rich requests may be understood (RFC 9396)",
                        b -> b.features().add(new AuthorizationDetails())),
                new Variant(
                        "letsClientsRegister",
                        "registration may be open (RFC 7591)",
                        b -> b.registration().open(true)),
                new Variant(
                        "knowsAccounts",
                        "extensions may add parameters (RFC 6749 section 8.2)",
                        b -> b.features().add(new Accounts(b.users(), Map.of(Users.ALICE, Set.of(Users.BOB))))),
                new Variant(
                        "givesApprovedCodesAWindowOfTheirOwn",
                        "an approval may stay redeemable for a declared time of its own",
                        FeatureVariants::window));
    }

    private static void window(Behaviour behaviour) {
        behaviour.codes().expiry(Expiry.separateWindow(Duration.ofSeconds(40)));
        behaviour.declares("windows: {after_approval: 40s}\n");
    }
}
