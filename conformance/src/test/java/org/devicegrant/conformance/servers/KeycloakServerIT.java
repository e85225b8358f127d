package org.devicegrant.conformance.servers;

import java.io.IOException;
import java.util.List;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.servers.KeycloakServer.Realm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The checks against realms of one Keycloak. */
@Tag("real-servers")
class KeycloakServerIT {

    private static KeycloakServer keycloak;

    @BeforeAll
    static void start() throws Exception {
        keycloak = KeycloakServer.start();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void shortCodesDeviateAsKnown() throws Exception {
        deviatesAsKnown(Realm.SHORT, RunOptions.defaults());
    }

    /** Every poll of this realm is a server error, so most questions have no answer worth keeping. */
    @Test
    void intervalOfZeroBreaksEveryPoll() throws Exception {
        deviatesAsKnown(
                Realm.ZERO,
                RunOptions.defaults()
                        .including(List.of(
                                "6749-5.1-numbers-are-json-numbers",
                                "8628-3.2-device-code-present",
                                "8628-3.5-authorization-pending",
                                "8628-3.5-access-denied",
                                "8628-3.1-public-client-accepted")));
    }

    @Test
    @EnabledIfSystemProperty(named = "known-servers", matches = "all")
    void fastPollsDeviateAsKnown() throws Exception {
        deviatesAsKnown(Realm.FAST, RunOptions.defaults());
    }

    private static void deviatesAsKnown(Realm realm, RunOptions selected) throws IOException {
        KnownServer server = keycloak.realm(realm);
        KnownServerRun.deviatesAsKnown(selected, server, "windows.production_lifetime=10m");
    }
}
