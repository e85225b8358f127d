package org.devicegrant.conformance.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.devicegrant.conformance.embedded.EmbeddedServer;

/** The embedded server among those that somebody else wrote. It brings its own clients and users. */
record EmbeddedAsKnown(EmbeddedServer server) implements KnownServer {

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String version() {
        return "of this build";
    }

    @Override
    public String issuer() {
        return server.issuer().toString();
    }

    @Override
    public ClientKey clientKey() {
        throw new UnsupportedOperationException("it writes its key itself");
    }

    @Override
    public Path targetFile(Path directory) throws IOException {
        Files.createDirectories(directory);
        return server.targetFile(directory);
    }
}
