package org.devicegrant.conformance.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what other files hold: secrets given as {@code file:PATH}, keys and certificates. Paths start at the target file. */
final class Attachments {
    private static final String PREFIX = "file:";

    private Attachments() {}

    /** The secret under {@code key}, from the file that it names or as it stands; null if there is none. */
    static @Nullable Secret secret(Section section, String key) {
        String text = section.text(key);
        if (text == null) {
            return null;
        }
        return Secret.of(text.startsWith(PREFIX) ? content(section, key, text.substring(PREFIX.length())) : text);
    }

    /** The readable file under {@code key}, or null. */
    static @Nullable Path file(Section section, String key) {
        String text = section.text(key);
        if (text == null) {
            return null;
        }
        Path file = section.directory().resolve(text);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            section.problem(
                    key, "there is no readable file " + file, "Paths start at the directory of the target file.");
            return null;
        }
        return file;
    }

    private static String content(Section section, String key, String name) {
        Path file = section.directory().resolve(name);
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            section.problem(
                    key, "the file " + file + " cannot be read", "Paths start at the directory of the target file.");
            return "";
        }
    }
}
