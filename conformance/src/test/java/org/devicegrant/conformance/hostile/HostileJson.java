package org.devicegrant.conformance.hostile;

import java.util.List;
import org.instancio.Random;
import org.instancio.generator.Generator;

/** JSON as no server should send it: known members with values of every type, deep, doubled, and spoilt now and then. */
final class HostileJson implements Generator<String> {
    private static final List<String> MEMBERS = List.of(
            "error",
            "error_description",
            "device_code",
            "user_code",
            "verification_uri",
            "verification_uri_complete",
            "interval",
            "expires_in",
            "access_token",
            "refresh_token",
            "id_token",
            "token_type",
            "scope",
            "issuer",
            "token_endpoint",
            "device_authorization_endpoint",
            "jwks_uri",
            "grant_types_supported",
            "authorization_details");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "5",
            "600",
            "1.5",
            "1e2",
            "1e999999999",
            "-1e-999999999",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890123456789",
            "\"authorization_pending\"",
            "\"slow_down\"",
            "\"invalid_grant\"",
            "\"Bearer\"",
            "\"5\"",
            "\"\"",
            "\"https://as.example/device\"",
            "\"https://as.example/%zz?a b\"",
            "\"//as.example\"",
            "\"javascript:alert(1)\"",
            "[]",
            "{}");
    private static final int DEEPEST = 3;

    @Override
    public String generate(Random random) {
        String json = random.intRange(0, 20) == 0 ? deep(random) : object(random, 0);
        return random.intRange(0, 3) == 0 ? Hostile.spoil(random, json) : json;
    }

    private static String deep(Random random) {
        return "{\"scope\":" + (random.trueOrFalse() ? "[" : "{\"a\":").repeat(random.intRange(1, 5_000));
    }

    private static String object(Random random, int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int left = random.intRange(0, 9); left > 0; left--) {
            object.append(object.length() > 1 ? "," : "")
                    .append('"')
                    .append(random.oneOf(MEMBERS))
                    .append("\":")
                    .append(value(random, depth));
        }
        return object.append('}').toString();
    }

    private static String value(Random random, int depth) {
        return switch (random.intRange(0, 6)) {
            case 0 -> depth < DEEPEST ? object(random, depth + 1) : "[]";
            case 1 -> depth < DEEPEST ? "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]" : "{}";
            case 2 -> '"' + escaped(Hostile.text(random)) + '"';
            default -> random.oneOf(VALUES);
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return escaped.toString();
    }
}
