package org.devicegrant.conformance.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for secrets in files, their names, and in what lies packed in them, however they are written. */
final class Leaks {
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Adds a text, for example what was printed. */
    Leaks text(String place, String text) {
        texts.put(place, text);
        return this;
    }

    /** Adds every file under a directory. */
    Leaks under(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return this;
    }

    private void add(String name, byte[] bytes) throws IOException {
        texts.put(name, name + "\n" + new String(bytes, StandardCharsets.UTF_8));
        if (name.endsWith(".zip")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    add(name + "!" + entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    /** Where was looked. */
    Set<String> places() {
        return texts.keySet();
    }

    /** What was found, each with the text around it. */
    List<String> of(Map<String, String> secrets) {
        List<String> found = new ArrayList<>();
        texts.forEach((place, text) -> secrets.forEach((secret, kind) -> {
            for (String written : spellings(secret)) {
                int at = text.indexOf(written);
                if (at >= 0) {
                    found.add(kind + " in " + place + ": "
                            + text.substring(
                                    Math.max(0, at - 60), Math.min(text.length(), at + written.length() + 20)));
                }
            }
        }));
        return found;
    }

    private static Set<String> spellings(String secret) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(secret);
        spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        spellings.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        spellings.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        spellings.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        spellings.add(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        return spellings;
    }
}
