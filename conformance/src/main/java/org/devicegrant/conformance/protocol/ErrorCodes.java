package org.devicegrant.conformance.protocol;

import java.util.Set;

/** Error codes of RFC 6749 section 5.2, RFC 8628 section 3.5 and the extensions that share the endpoints. */
public final class ErrorCodes {
    public static final String AUTHORIZATION_PENDING = "authorization_pending";
    public static final String SLOW_DOWN = "slow_down";
    public static final String ACCESS_DENIED = "access_denied";
    public static final String EXPIRED_TOKEN = "expired_token";
    public static final String INVALID_REQUEST = "invalid_request";
    public static final String INVALID_CLIENT = "invalid_client";
    public static final String INVALID_GRANT = "invalid_grant";
    public static final String UNAUTHORIZED_CLIENT = "unauthorized_client";
    public static final String UNSUPPORTED_GRANT_TYPE = "unsupported_grant_type";
    public static final String INVALID_SCOPE = "invalid_scope";
    public static final String INVALID_TARGET = "invalid_target";
    public static final String INVALID_AUTHORIZATION_DETAILS = "invalid_authorization_details";
    public static final String INVALID_DPOP_PROOF = "invalid_dpop_proof";
    public static final String USE_DPOP_NONCE = "use_dpop_nonce";

    /** The two codes after which a device goes on polling (RFC 8628 section 3.5). */
    public static final Set<String> PENDING = Set.of(AUTHORIZATION_PENDING, SLOW_DOWN);

    /** Codes that are registered for one of the two endpoints or for answers that may appear there. */
    public static final Set<String> REGISTERED = Set.of(
            AUTHORIZATION_PENDING,
            SLOW_DOWN,
            ACCESS_DENIED,
            EXPIRED_TOKEN,
            INVALID_REQUEST,
            INVALID_CLIENT,
            INVALID_GRANT,
            UNAUTHORIZED_CLIENT,
            UNSUPPORTED_GRANT_TYPE,
            INVALID_SCOPE,
            INVALID_TARGET,
            INVALID_AUTHORIZATION_DETAILS,
            INVALID_DPOP_PROOF,
            USE_DPOP_NONCE,
            "unsupported_token_type",
            "server_error",
            "temporarily_unavailable",
            "invalid_token",
            "insufficient_scope",
            "interaction_required",
            "login_required",
            "consent_required");

    private ErrorCodes() {}
}
