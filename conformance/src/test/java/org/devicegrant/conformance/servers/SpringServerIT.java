package org.devicegrant.conformance.servers;

import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.servers.spring.SpringOptions;
import org.devicegrant.conformance.servers.spring.SpringOptions.Consent;
import org.devicegrant.conformance.servers.spring.SpringServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checks against a real server whose deviations are known. */
class SpringServerIT {

    /** Five polls at the default interval and the walks through the pages fit in, also on a busy machine. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String PRODUCTION = "windows.production_lifetime=5m";

    /** What a store decides. The one in memory forgets all but a hundred pending codes, so no more may be asked of it. */
    private static final List<String> OF_THE_STORE = List.of(
            "8628-3.5-authorization-pending",
            "8628-3.5-success-after-approval",
            "8628-3.5-access-denied",
            "6749-5.2-foreign-device-code",
            "6749-6-refresh-token-usable",
            "derived-device-code-single-use",
            "derived-redemption-race",
            "derived-foreign-poll-harmless");

    /** What makes a consent of its own before it looks at one that is remembered; elsewhere chance decides who comes first. */
    private static final List<String> OF_THE_CONSENT =
            List.of("6749-10.2-no-automatic-repeat-approval", "8628-3.3.1-complete-uri-needs-confirmation");

    @Test
    void jdbcStoreDeviatesAsKnown() throws Exception {
        deviatesAsKnown(SpringOptions.jdbc(), RunOptions.defaults());
    }

    @Test
    @Tag("real-servers")
    void storeInMemoryDeviatesAsKnown() throws Exception {
        deviatesAsKnown(SpringOptions.inMemory(), RunOptions.defaults().including(OF_THE_STORE));
    }

    @Test
    @Tag("real-servers")
    void rememberedConsentDeviatesAsKnown() throws Exception {
        deviatesAsKnown(
                SpringOptions.jdbc().with(Consent.REMEMBERED),
                RunOptions.defaults().including(OF_THE_CONSENT));
    }

    private static void deviatesAsKnown(SpringOptions options, RunOptions selected) throws Exception {
        try (SpringServer server = SpringServer.start(options.codesLiveFor(LIFETIME))) {
            KnownServerRun.deviatesAsKnown(selected, server, PRODUCTION);
        }
    }
}
