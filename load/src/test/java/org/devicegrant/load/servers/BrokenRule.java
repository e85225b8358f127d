package org.devicegrant.load.servers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A rule that a short load is expected to find broken; every other one holds.
 *
 * @param server by its {@link KnownServer#id()}
 * @param rule id of the invariant in {@code load.json}
 * @param found {@code always}, or {@code sometimes} where chance decides
 * @param version version of the server on which a person has looked at it
 * @param verified what that person saw
 */
record BrokenRule(String server, String rule, String found, String version, String verified) {
    private static final Path FILE = Path.of("..", "conformance", "src", "it", "known-servers", "load.yaml");

    BrokenRule {
        if (!List.of("always", "sometimes").contains(found) || version.isBlank() || verified.isBlank()) {
            throw new IllegalArgumentException(FILE + ": " + server + ", " + rule
                    + ": found is always or sometimes, version and verified are said");
        }
    }

    /** Those of that server. */
    static List<BrokenRule> of(KnownServer server) throws IOException {
        BrokenRule[] all = new ObjectMapper(new YAMLFactory()).readValue(FILE.toFile(), BrokenRule[].class);
        return Arrays.stream(all)
                .filter(entry -> entry.server.equals(server.id()))
                .toList();
    }

    boolean always() {
        return found.equals("always");
    }
}
