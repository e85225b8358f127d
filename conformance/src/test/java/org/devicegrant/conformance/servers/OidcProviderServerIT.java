package org.devicegrant.conformance.servers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.servers.OidcProviderServer.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks against oidc-provider with each of its stores. */
@Tag("real-servers")
class OidcProviderServerIT {

    private static final Duration LIFETIME = Duration.ofSeconds(90);

    /** What a store decides. */
    private static final List<String> OF_THE_STORE = List.of(
            "8628-3.5-success-after-approval",
            "derived-device-code-single-use",
            "derived-redemption-race",
            "derived-concurrent-pending-polls");

    @BeforeAll
    static void skipWithoutNode() {
        OidcProviderServer.obstacle().ifPresent(reason -> abort(reason));
    }

    @Test
    void ownStoreDeviatesAsKnown() throws Exception {
        deviatesAsKnown(Store.MEMORY, RunOptions.defaults());
    }

    @Test
    void slowStoreDeviatesAsKnown() throws Exception {
        deviatesAsKnown(Store.SLOW, RunOptions.defaults().including(OF_THE_STORE));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAP", "SLOW"})
    @EnabledIfSystemProperty(named = "known-servers", matches = "all")
    void otherStoresChangeNothingElse(Store store) throws Exception {
        deviatesAsKnown(store, RunOptions.defaults());
    }

    private static void deviatesAsKnown(Store store, RunOptions selected) throws Exception {
        try (OidcProviderServer server = OidcProviderServer.start(store, LIFETIME)) {
            KnownServerRun.deviatesAsKnown(selected, server, "windows.production_lifetime=10m");
        }
    }
}
