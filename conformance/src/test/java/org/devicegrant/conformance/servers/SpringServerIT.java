package org.devicegrant.conformance.servers;

import java.nio.file.Path;
import java.time.Duration;
import org.devicegrant.conformance.servers.spring.SpringOptions;
import org.devicegrant.conformance.servers.spring.SpringServer;
import org.junit.jupiter.api.Test;

/** The checks against a real server whose deviations are known. */
class SpringServerIT {

    /** Five polls at the default interval and the walks through the pages fit in, also on a busy machine. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    @Test
    void jdbcStoreDeviatesAsKnown() throws Exception {
        deviatesAsKnown(SpringOptions.jdbc());
    }

    private static void deviatesAsKnown(SpringOptions options) throws Exception {
        try (SpringServer server = SpringServer.start(options.codesLiveFor(LIFETIME))) {
            Path results = KnownServerRun.against(server, "windows.production_lifetime=5m");
            ExpectedResults.of(server).assertMatches(results, server.version());
        }
    }
}
