package org.devicegrant.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.devicegrant.conformance.hostile.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A target file that somebody has spoilt ends in a complaint, whatever is in it. */
@Timeout(180)
class HostileTargetFileTest {
    @TempDir
    private Path directory;

    private long refused(Stream<String> files) {
        return files.filter(this::refused).count();
    }

    private boolean refused(String yaml) {
        try {
            TargetFile.parse(yaml, directory, Map.of(), List.of());
            return false;
        } catch (InvalidTarget complaint) {
            assertThat(complaint.getMessage()).hasSizeLessThan(200_000).doesNotContain("\u001b");
            return true;
        }
    }

    @Test
    void aSpoiltFileIsReadOrComplainedAbout() throws IOException {
        Samples.attachments(directory);

        assertThat(refused(Hostile.spoilt(11, Samples.everything()))).isBetween(100L, (long) Hostile.MANY);
    }

    @Test
    void anyTextIsComplainedAbout() {
        assertThat(refused(Hostile.texts(12))).isEqualTo(Hostile.MANY);
        assertThat(refused(Hostile.json(13))).isEqualTo(Hostile.MANY);
    }

    @Test
    void anyOverrideIsReadOrComplainedAbout() {
        String least = "issuer: https://as.example\nclients: {public: {client_id: tv}}\n";

        assertThat(Hostile.texts(14).filter(text -> overridden(least, "scope=" + text)))
                .hasSizeLessThan(Hostile.MANY);
        assertThat(Hostile.texts(15).filter(text -> overridden(least, text))).isEmpty();
    }

    private boolean overridden(String yaml, String override) {
        try {
            TargetFile.parse(yaml, directory, Map.of(), List.of(override));
            return true;
        } catch (InvalidTarget complaint) {
            return false;
        }
    }
}
