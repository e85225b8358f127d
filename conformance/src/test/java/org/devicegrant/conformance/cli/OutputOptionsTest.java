package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "staging,staging",
        "as.example/x y,as.example-x-y",
        "../../etc,etc",
        "'',run",
        "äöü,run",
        ".hidden,hidden"
    })
    void namesTheDirectoryAfterTargetAndTime(String name, String expected) {
        assertThat(OutputOptions.fresh(name, Instant.parse("2026-11-21T20:01:02Z")))
                .isEqualTo(Path.of("device-grant-reports", expected + "-20261121-200102"));
    }
}
