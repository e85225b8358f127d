package org.devicegrant.load.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No command line stands in the README that nothing executes. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path BUILD = Path.of("../.ci/run");

    /** Those that build machines run themselves, with what they run: {@code .ci/run} holds them to it. */
    private static final Map<String, String> OF_THE_BUILD = Map.of(
            "mvn -q", "$(mvn -q |",
            "mvn -q verify", "\nmvn -q verify\n",
            // Verifying builds it, too, and the next line of the build starts it.
            "mvn -q -DskipTests package", "load/target/device-grant/bin/device-grant --version",
            "mvn -q -Preal-servers verify", "\nmvn -q -Pvendor-sample,real-servers");

    /** Those that take minutes or a download: the tests that do the same inside this process or in a smaller way. */
    private static final Map<String, String> OF_OTHER_TESTS = Map.of(
            "device-grant load -c target.yaml capacity --objective p99=250ms",
                    "src/test/java/org/devicegrant/load/scenario/ScenariosTest.java",
            "mvn -q -Pgatling-enterprise -DskipTests package",
                    "src/test/java/org/devicegrant/load/enterprise/WaitingDevicesTest.java");

    @Test
    void everyCommandLineIsExecutedSomewhere() throws IOException {
        List<String> executed = new ArrayList<>(ReadmeIT.PLAYED.keySet());
        executed.addAll(OF_THE_BUILD.keySet());
        executed.addAll(OF_OTHER_TESTS.keySet());

        assertThat(CommandLines.of(README))
                .as("play what is new in ReadmeIT, and take out what is gone")
                .containsExactlyInAnyOrderElementsOf(executed);
    }

    @Test
    void theBuildAndTheOtherTestsDoWhatIsSaidOfThem() throws IOException {
        assertThat(Files.readString(BUILD)).contains(OF_THE_BUILD.values());
        assertThat(OF_OTHER_TESTS.values())
                .allSatisfy(test -> assertThat(Path.of(test)).isRegularFile());
    }
}
