package org.devicegrant.conformance.servers;

import java.nio.file.Path;
import java.time.Duration;
import org.devicegrant.conformance.servers.spring.SpringOptions;
import org.devicegrant.conformance.servers.spring.SpringServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The checks against a real server whose deviations are known. The runs mostly wait, so they go on side by side. */
@Execution(ExecutionMode.CONCURRENT)
class SpringServerIT {

    /** Five polls at the default interval and the walks through the pages fit in, also on a busy machine. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    /** It forgets all but a hundred waiting codes, and stumbles over parallel requests: too moody for every build. */
    @Tag("real-servers")
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
            Path results = KnownServerRun.against(server, "windows.production_lifetime=5m");
            ExpectedResults.of(server).assertMatches(results, server.version());
        }
    }
}
