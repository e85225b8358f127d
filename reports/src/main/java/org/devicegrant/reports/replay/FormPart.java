package org.devicegrant.reports.replay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One {@code name=value} of a form as it was sent.
 *
 * @param raw as it stands in the body
 * @param name decoded
 * @param value decoded
 */
record FormPart(String raw, String name, String value) {

    private static final Set<String> SECRETS = Set.of(
            "device_code",
            "user_code",
            "client_secret",
            "client_assertion",
            "code_verifier",
            "refresh_token",
            "access_token",
            "token",
            "password");

    /** The parts of a form body in order. */
    static List<FormPart> of(String body) {
        return body.isEmpty()
                ? List.of()
                : Arrays.stream(body.split("&", -1)).map(FormPart::part).toList();
    }

    /** Whether the value was replaced by a digest when captured, so that it has to be filled in again. */
    boolean isSecret() {
        return SECRETS.contains(name) && !value.isEmpty();
    }

    private static FormPart part(String raw) {
        int equals = raw.indexOf('=');
        return equals < 0
                ? new FormPart(raw, decoded(raw), "")
                : new FormPart(raw, decoded(raw.substring(0, equals)), decoded(raw.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
