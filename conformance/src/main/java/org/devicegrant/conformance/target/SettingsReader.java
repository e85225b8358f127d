package org.devicegrant.conformance.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the small mappings that are settings rather than description. */
final class SettingsReader {
    private SettingsReader() {}

    static Timing timing(Section section) {
        Timing otherwise = Timing.defaults();
        Timing timing = new Timing(
                section.value("interval_guard", Kind.DURATION, otherwise.intervalGuard()),
                section.value("late_expiry", Kind.DURATION, otherwise.lateExpiry()),
                section.value("starts_per_second", Kind.RATE, otherwise.startsPerSecond()));
        section.finish();
        return timing;
    }

    static Http http(Section section) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        section.entries("headers").forEach((name, value) -> {
            headers.put(name, Secret.of(value));
            checkHeader(section.section("headers"), name, value);
        });
        Http http = new Http(
                section.value("proxy", Kind.ADDRESS),
                Attachments.file(section, "ca_file"),
                section.value("insecure", Kind.FLAG, false),
                headers,
                section.value("timeout", Kind.DURATION, Http.defaults().timeout()));
        section.finish();
        return http;
    }

    private static void checkHeader(Section headers, String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[\\t -~]*")) {
            headers.problem(name, "is not a header field", "Letters, digits and hyphens; a value of visible ASCII.");
        }
    }

    static Windows windows(Section section) {
        Windows windows = new Windows(
                section.value("after_approval", Kind.DURATION), section.value("production_lifetime", Kind.DURATION));
        section.finish();
        return windows;
    }

    static Registration registration(Section section) {
        Registration registration = new Registration(
                section.value("allowed", Kind.FLAG, false), Attachments.secret(section, "initial_access_token"));
        section.finish();
        return registration;
    }

    static Hooks hooks(Section section) {
        Hooks hooks = new Hooks(section.values("disable_user", Kind.TEXT), section.values("enable_user", Kind.TEXT));
        if (hooks.disableUser().isEmpty() != hooks.enableUser().isEmpty()) {
            section.problem(
                    hooks.disableUser().isEmpty() ? "disable_user" : "enable_user",
                    "missing",
                    "An account that is blocked must be unblocked again: give both commands.");
        }
        section.finish();
        return hooks;
    }

    static boolean loadAllowed(Section section) {
        boolean allowed = section.value("allowed", Kind.FLAG, false);
        section.finish();
        return allowed;
    }

    static Objectives objectives(Section section) {
        Objectives objectives = new Objectives(
                section.value("p50", Kind.DURATION),
                section.value("p90", Kind.DURATION),
                section.value("p99", Kind.DURATION),
                section.value("p999", Kind.DURATION),
                section.value("max", Kind.DURATION),
                section.value("errors", Kind.SHARE));
        section.finish();
        return objectives;
    }

    static Kiosk kiosk(Section section, List<User> users) {
        Kiosk kiosk = new Kiosk(
                section.text("account_parameter"),
                user(section, "owner", users),
                section.text("missing_account"),
                user(section, "entitled", users),
                user(section, "stranger", users),
                section.value("lifetime", Kind.DURATION));
        section.finish();
        return kiosk;
    }

    private static @Nullable String user(Section section, String key, List<User> users) {
        String username = section.text(key);
        if (username != null && users.stream().noneMatch(user -> user.username().equals(username))) {
            section.problem(key, "is not one of users", "Add the account with its password to users.");
        }
        return username;
    }
}
