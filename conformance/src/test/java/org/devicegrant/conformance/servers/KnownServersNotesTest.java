package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each deviation that a file expects is explained to people in the server's write-up. */
class KnownServersNotesTest {

    private static final Path FILES = Path.of("src", "it", "known-servers");

    @ParameterizedTest
    @ValueSource(strings = {"keycloak", "oidc-provider", "spring"})
    void everyDeviationIsExplained(String server) throws Exception {
        String notes = Files.readString(FILES.resolve(server + ".md"));
        for (Path file : expectationsOf(server)) {
            assertThat(ExpectedResults.read(file).deviations())
                    .as("%s, of which %s.md should tell", file, server)
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(notes).contains("`" + id + "`"));
        }
    }

    private static List<Path> expectationsOf(String server) throws Exception {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.getFileName().toString().matches(server + "(-.*)?\\.yaml"))
                    .toList();
        }
    }
}
