package org.devicegrant.browser.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts that read a page, from the jar. */
final class Scripts {
    static final String SNAPSHOT = load("snapshot.js");
    static final String PULSE = load("pulse.js");
    static final String FIREFOX_NETWORK = load("firefox-network.js");

    private Scripts() {}

    private static String load(String name) {
        try (InputStream stream = Scripts.class.getResourceAsStream("/org/devicegrant/browser/script/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("script " + name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
