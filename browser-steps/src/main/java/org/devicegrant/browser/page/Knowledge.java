package org.devicegrant.browser.page;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user knows before looking: the code on the device, and the name to sign in with.
 *
 * @param codes the code, or what in the address may be one
 * @param username the name, or empty
 */
public record Knowledge(List<String> codes, String username) {
    public Knowledge {
        codes = List.copyOf(codes);
    }

    /** The code if it is known, and whatever in the query of the address that was opened looks like one. */
    public static Knowledge of(@Nullable String userCode, String username, @Nullable URI opened) {
        List<String> codes = new ArrayList<>();
        if (userCode != null) {
            codes.add(userCode);
        }
        if (opened != null && opened.getRawQuery() != null) {
            for (String part : opened.getRawQuery().split("&", -1)) {
                String value = decoded(part.substring(part.indexOf('=') + 1));
                if (value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{3,23}")) {
                    codes.add(value);
                }
            }
        }
        return new Knowledge(codes, username);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether a text shows a known code, however it is cased or grouped. */
    public boolean shownIn(String text) {
        String bare = bare(text);
        return codes.stream().map(Knowledge::bare).anyMatch(code -> code.length() >= 4 && bare.contains(code));
    }

    /** Whether a text names the user. */
    boolean names(String text) {
        return !username.isBlank() && Said.normal(text).contains(Said.normal(username));
    }

    /** Letters and digits only, in upper case: what remains the same however a code is grouped. */
    public static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
