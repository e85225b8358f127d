package org.devicegrant.conformance.cli;

import java.util.List;
import org.devicegrant.conformance.target.Endpoints;
import org.devicegrant.conformance.target.Target;
import org.jspecify.annotations.Nullable;

/** A first target file for a server, with comments that say what to fill in and why. */
final class TargetDraft {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final Target target;
    private final Metadata metadata;
    private final StringBuilder text = new StringBuilder();

    TargetDraft(Target target, Metadata metadata) {
        this.target = target;
        this.metadata = metadata;
    }

    String text() {
        head();
        endpoints();
        scope();
        clients();
        users();
        rest();
        return text.toString();
    }

    private void head() {
        line("# Target file of device-grant for " + target.issuer());
        line("# Whatever is left out makes the checks that need it SKIPPED; 'device-grant doctor' says which.");
        line("# ${NAME} and ${NAME:-default} are taken from the environment; a secret may also be file:PATH.");
        line("name: " + quoted(target.name()));
        line("issuer: " + quoted(String.valueOf(target.issuer())));
        String named = metadata.text("issuer");
        if (named != null && !named.equals(String.valueOf(target.issuer()))) {
            line("# The metadata names another issuer: " + comment(named));
        }
        if (!metadata.documents().isEmpty()
                && !metadata.texts("grant_types_supported").contains(GRANT)) {
            line("# The metadata does not list the device grant in grant_types_supported.");
        }
    }

    private void endpoints() {
        Endpoints given = target.endpoints();
        boolean missing =
                metadata.text("device_authorization_endpoint") == null || metadata.text("token_endpoint") == null;
        line("");
        line(
                missing
                        ? "endpoints:   # not all of them are in the metadata"
                        : "# endpoints:   # taken from the metadata; a key written here overrides it");
        endpoint("device_authorization", given.deviceAuthorization(), "device_authorization_endpoint", missing);
        endpoint("token", given.token(), "token_endpoint", missing);
        endpoint("userinfo", given.userinfo(), "userinfo_endpoint", false);
        endpoint("introspection", given.introspection(), "introspection_endpoint", false);
    }

    private void endpoint(String key, @Nullable Object given, String member, boolean required) {
        String known = given != null ? given.toString() : metadata.text(member);
        if (known != null) {
            line((required ? "" : "# ") + "  " + key + ": " + quoted(known));
        } else if (required) {
            line("  " + key + ": " + quoted(target.issuer() + "/FILL-IN"));
        }
    }

    private void scope() {
        List<String> offered = metadata.texts("scopes_supported");
        line("");
        if (!offered.isEmpty()) {
            line("# Offered: " + comment(String.join(" ", offered)));
        }
        line(
                offered.contains("openid")
                        ? "scope: openid"
                        : "# scope: profile   # left out of the requests unless given");
    }

    private void clients() {
        line("");
        line("clients:");
        line("  public:            # the only client that is required");
        line("    client_id: " + quoted(target.clients().main().clientId()));
        line("  # other:           # a second public client, to see that codes are bound to their client");
        line("  #   client_id: your-second-client");
        line("  # confidential:");
        line("  #   client_id: your-confidential-client");
        line("  #   client_secret: \"${CONFIDENTIAL_SECRET}\"");
        line("  #   auth_method: client_secret_basic   # or client_secret_post");
        line("  # without_grant:   # registered, but not for this grant");
        line("  #   client_id: your-web-client");
        if (metadata.texts("token_endpoint_auth_methods_supported").contains("private_key_jwt")) {
            line("  # private_key_jwt:");
            line("  #   client_id: your-signing-client");
            line("  #   jwk_file: your-signing-client.jwk");
            line("  #   alg: RS256");
        }
    }

    private void users() {
        line("");
        line("# Test accounts: the first approves, the second is somebody else.");
        line("# users:");
        line("#   - {username: alice, password: \"${ALICE_PASSWORD}\"}");
        line("#   - {username: bob, password: \"${BOB_PASSWORD}\"}");
        line("approval:");
        line("  by: browser          # browser | command | manual | none");
        line("  # browser: auto      # auto | chrome | firefox | htmlunit | remote");
        line("  # command: [./approve.sh]   # by: command");
    }

    private void rest() {
        line("");
        line("# extra_parameters: {account: alice}   # sent with every device authorization request");
        line("# windows: {after_approval: 7d}        # a separate window for redemption");
        if (metadata.text("registration_endpoint") != null) {
            line("# registration: {allowed: true}        # clients that the harness registers may stay behind");
        }
        if (!metadata.texts("authorization_details_types_supported").isEmpty()) {
            line("# authorization_details: {type: "
                    + comment(metadata.texts("authorization_details_types_supported")
                            .get(0)) + "}");
        }
        line("# load: {allowed: true}                # only for servers that may be put under load");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** In single quotes, where YAML knows one escape only. */
    private static String quoted(String value) {
        return "'" + comment(value).replace("'", "''") + "'";
    }

    /** What comes from the server stays on its line. */
    private static String comment(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
