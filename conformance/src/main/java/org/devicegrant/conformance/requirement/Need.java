package org.devicegrant.conformance.requirement;

import java.util.Locale;

/** Something a check needs beyond a client that may use the grant, with the key of the target file that provides it. */
public enum Need {
    /** Somebody who decides: a browser with an account, a command or a person. */
    APPROVAL("approval"),
    /** A browser that the harness drives, with an account. */
    BROWSER("approval.by: browser"),
    SECOND_USER("users[1]"),
    PUBLIC_CLIENT("clients.public"),
    OTHER_CLIENT("clients.other"),
    CONFIDENTIAL_CLIENT("clients.confidential"),
    PRIVATE_KEY_JWT_CLIENT("clients.private_key_jwt"),
    WITHOUT_GRANT_CLIENT("clients.without_grant"),
    SPECIAL_CHARACTERS_CLIENT("clients.special_characters"),
    DISPOSABLE_CLIENT("clients.disposable"),
    KIOSK_CLIENT("clients.kiosk"),
    FORBIDDEN_SCOPE("forbidden_scope"),
    NARROW_SCOPE("narrow_scope"),
    OPENID_SCOPE("scope: openid"),
    RESOURCES("resources"),
    AUTHORIZATION_DETAILS("authorization_details"),
    ACCOUNT_PARAMETER("kiosk.account_parameter"),
    ENTITLED_APPROVER("kiosk.entitled"),
    STRANGER("kiosk.stranger"),
    REGISTRATION("registration.allowed"),
    DISABLE_HOOK("hooks.disable_user"),
    AFTER_APPROVAL_WINDOW("windows.after_approval"),
    /** Something that tells what a token is worth; a token that is a JWT will do, so only the run can tell. */
    ORACLE("endpoints.introspection, endpoints.userinfo or probe_resource"),
    /** Endpoints behind TLS. */
    TLS("issuer: https://…"),
    /** DPoP, which the server's metadata announces, so only the run can tell. */
    DPOP("dpop_signing_alg_values_supported in the metadata");

    private final String key;

    Need(String key) {
        this.key = key;
    }

    /** Where it is provided, in the target file's own words. */
    public String key() {
        return key;
    }

    /** As the catalogue writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
