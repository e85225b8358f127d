package org.devicegrant.conformance.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Target files for the tests of this package. */
final class Samples {
    private Samples() {}

    /** A file with every key; needs {@link #attachments(Path)}. */
    static String everything() {
        try (InputStream in = Samples.class.getResourceAsStream("everything.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that it names. */
    static void attachments(Path directory) throws IOException {
        Files.writeString(directory.resolve("tv-jwt.jwk"), "{}");
        Files.writeString(directory.resolve("secret.txt"), "from a file\n");
        Files.writeString(directory.resolve("ca.pem"), "");
    }
}
