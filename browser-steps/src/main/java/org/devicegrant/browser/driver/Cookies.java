package org.devicegrant.browser.driver;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes cookies as one line each, the way a server would have set them. */
final class Cookies {
    private Cookies() {}

    static String line(@Nullable Object cookie) {
        if (!(cookie instanceof Map<?, ?> facts)) {
            return "";
        }
        StringBuilder line =
                new StringBuilder().append(facts.get("name")).append('=').append(facts.get("value"));
        add(line, "Domain", facts.get("domain"));
        add(line, "Path", facts.get("path"));
        add(line, "SameSite", facts.get("sameSite"));
        if (Boolean.TRUE.equals(facts.get("secure"))) {
            line.append("; Secure");
        }
        if (Boolean.TRUE.equals(facts.get("httpOnly"))) {
            line.append("; HttpOnly");
        }
        return line.toString();
    }

    private static void add(StringBuilder line, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            line.append("; ").append(name).append('=').append(value);
        }
    }
}
