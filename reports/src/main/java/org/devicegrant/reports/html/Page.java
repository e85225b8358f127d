package org.devicegrant.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The frame of every page: one file without a network. The content security policy names our style and our script by
 * digest, so a script that slipped into a page would still not run.
 *
 * @param title the document's title
 * @param style content of the style element
 * @param script content of the script element
 * @param policy content security policy
 */
public record Page(String title, String style, String script, String policy) {

    /** A page with the common style and script. */
    public static Page of(String title) {
        String style = resource("page.css");
        String script = resource("page.js");
        String policy =
                "default-src 'none'; img-src 'self' file: data:; base-uri 'none'; form-action 'none'; style-src '"
                        + digest(style) + "'; script-src '" + digest(script) + "'";
        return new Page(title, style, script, policy);
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the reports jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the reports jar", e);
        }
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
