package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.devicegrant.browser.Browsers;
import org.devicegrant.reports.model.RunReport;

/** SHA-256 over the tool's own files, so that a pack tells which build made it. */
final class OwnChecksum {
    private static final List<Class<?>> MODULES = List.of(Main.class, RunReport.class, Browsers.class);

    private OwnChecksum() {}

    /** In hexadecimal digits. The same for every build of the same bytes, wherever it lies. */
    static String sha256() {
        try {
            MessageDigest whole = MessageDigest.getInstance("SHA-256");
            for (Class<?> module : MODULES) {
                add(
                        whole,
                        Path.of(module.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()));
            }
            return HexFormat.of().formatHex(whole.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the tool's own files cannot be read", e);
        } catch (NoSuchAlgorithmException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A jar, or the directory of a build that was not packaged. */
    private static void add(MessageDigest whole, Path place) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(place)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(place.relativize(file).toString().replace('\\', '/'), file));
        }
        for (var file : files.entrySet()) {
            whole.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            whole.update(Files.readAllBytes(file.getValue()));
        }
    }
}
