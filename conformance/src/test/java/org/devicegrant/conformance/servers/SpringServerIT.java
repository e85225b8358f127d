package org.devicegrant.conformance.servers;

import java.time.Duration;
import org.devicegrant.conformance.servers.spring.SpringOptions;
import org.devicegrant.conformance.servers.spring.SpringServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The checks against a real server whose deviations are known. The runs mostly wait, so they go on side by side. */
@Execution(ExecutionMode.CONCURRENT)
class SpringServerIT {

    /** Five polls at the default interval and the walks through the pages fit in, also on a busy machine. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    @Test
    void memoryStoreDeviatesAsKnown() throws Exception {
        deviatesAsKnown(SpringOptions.inMemory());
    }

    @Test
    void jdbcStoreDeviatesAsKnown() throws Exception {
        deviatesAsKnown(SpringOptions.jdbc());
    }

    private static void deviatesAsKnown(SpringOptions options) throws Exception {
        try (SpringServer server = SpringServer.start(options.codesLiveFor(LIFETIME))) {
            ExpectedResults.of(server).assertMatches(KnownServerRun.against(server), server.version());
        }
    }
}
