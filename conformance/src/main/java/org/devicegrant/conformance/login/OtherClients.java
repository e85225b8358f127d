package org.devicegrant.conformance.login;

import static org.devicegrant.conformance.login.Demands.answer;
import static org.devicegrant.conformance.login.Demands.json;
import static org.devicegrant.conformance.login.Demands.labelledAsJson;
import static org.devicegrant.conformance.login.Demands.member;
import static org.devicegrant.conformance.login.Demands.noSuccessStatus;
import static org.devicegrant.conformance.login.Demands.numeral;
import static org.devicegrant.conformance.login.Demands.pendingError;
import static org.devicegrant.conformance.login.Demands.status;
import static org.devicegrant.conformance.login.Demands.text;
import static org.devicegrant.conformance.login.Demands.textIfThere;
import static org.devicegrant.conformance.login.Demands.wholeNumber;
import static org.devicegrant.conformance.login.KnownClient.ALWAYS_ASKS_FOR_JSON;
import static org.devicegrant.conformance.login.Moment.AT_ONCE;
import static org.devicegrant.conformance.login.Moment.CODES;
import static org.devicegrant.conformance.login.Moment.PENDING;
import static org.devicegrant.conformance.login.Moment.TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Clients written in Python, JavaScript, Java and Rust. */
final class OtherClients {
    private static final String MISTAKEN = "takes the error for a token";
    private static final Set<String> BOUND_OR_BEARER = Set.of("bearer", "dpop");

    private OtherClients() {}

    static List<KnownClient> all() {
        return List.of(msal(), openidClient(), oauth4webapi(), nimbus(), rust());
    }

    /** Never looks at a status below 500, and takes numbers as strings. */
    private static KnownClient msal() {
        return new KnownClient(
                "MSAL Python",
                "AzureAD/microsoft-authentication-library-for-python: msal/oauth2cli/oauth2.py",
                Set.of(CODES),
                List.of(
                        json(CODES),
                        text(CODES, "device_code"),
                        member(
                                CODES,
                                "interval",
                                "an interval that is a number or a string of digits, or none",
                                n -> n.isMissingNode() || numeral(n)),
                        member(
                                CODES,
                                "expires_in",
                                "an expires_in that is a number or a string of digits, or none",
                                n -> n.isMissingNode() || numeral(n)),
                        answer(AT_ONCE, "a status below 500", a -> a.status() < 500),
                        pendingError(AT_ONCE),
                        answer(PENDING, "a status below 500", a -> a.status() < 500),
                        pendingError(PENDING),
                        text(TOKEN, "access_token")));
    }

    private static KnownClient openidClient() {
        return new KnownClient(
                "openid-client 5",
                "panva/openid-client: lib/device_flow_handle.js, lib/helpers/process_response.js, #575",
                ALWAYS_ASKS_FOR_JSON,
                List.of(
                        status(CODES, 200),
                        json(CODES),
                        text(CODES, "verification_uri"),
                        text(CODES, "user_code"),
                        text(CODES, "device_code"),
                        member(
                                CODES,
                                "expires_in",
                                "a whole number expires_in",
                                n -> n.isNumber()
                                        && n.decimalValue().stripTrailingZeros().scale() <= 0),
                        noSuccessStatus(PENDING).orElse(MISTAKEN),
                        pendingError(PENDING),
                        status(TOKEN, 200),
                        json(TOKEN)));
    }

    private static KnownClient oauth4webapi() {
        return new KnownClient(
                "oauth4webapi 3 (openid-client 6)",
                "panva/oauth4webapi: src/index.ts, test/device_flow.test.ts",
                ALWAYS_ASKS_FOR_JSON,
                List.of(
                        status(CODES, 200),
                        labelledAsJson(CODES),
                        text(CODES, "device_code"),
                        text(CODES, "user_code"),
                        text(CODES, "verification_uri"),
                        member(CODES, "expires_in", "a number expires_in above 0", OtherClients::positive),
                        member(
                                CODES,
                                "verification_uri_complete",
                                "a string verification_uri_complete or none",
                                n -> n.isMissingNode()
                                        || n.isTextual() && !n.textValue().isEmpty()),
                        member(
                                CODES,
                                "interval",
                                "an interval that is a number above 0, or none",
                                n -> n.isMissingNode()
                                        || n.isNumber() && n.decimalValue().signum() > 0),
                        answer(PENDING, "no WWW-Authenticate", a -> a.header("WWW-Authenticate") == null)
                                .orElse("takes it for a challenge"),
                        answer(PENDING, "a 4xx status", a -> a.status() / 100 == 4),
                        labelledAsJson(PENDING),
                        pendingError(PENDING),
                        status(TOKEN, 200),
                        labelledAsJson(TOKEN),
                        text(TOKEN, "access_token"),
                        member(TOKEN, "token_type", "the token_type Bearer or DPoP", OtherClients::knownType),
                        member(
                                TOKEN,
                                "expires_in",
                                "a number expires_in or none",
                                n -> n.isMissingNode() || numeral(n)),
                        textIfThere(TOKEN, "refresh_token"),
                        textIfThere(TOKEN, "scope")));
    }

    private static boolean positive(JsonNode node) {
        return node.isNumber() && node.decimalValue().signum() > 0
                || node.isTextual() && node.textValue().matches("0*[1-9]\\d{0,17}");
    }

    private static boolean knownType(JsonNode node) {
        return BOUND_OR_BEARER.contains(node.asText("").toLowerCase(Locale.ROOT));
    }

    private static KnownClient nimbus() {
        return new KnownClient(
                "Nimbus OAuth SDK",
                "connect2id oauth2-oidc-sdk: device/DeviceAuthorizationSuccessResponse.java, ErrorObject.java,"
                        + " token/AccessToken.java",
                ALWAYS_ASKS_FOR_JSON,
                List.of(
                        status(CODES, 200),
                        labelledAsJson(CODES),
                        json(CODES),
                        text(CODES, "device_code"),
                        text(CODES, "user_code"),
                        member(CODES, "verification_uri", "a URI as RFC 3986 writes it", Demands::uri),
                        member(CODES, "expires_in", "an expires_in above 0", OtherClients::positive),
                        member(
                                CODES,
                                "interval",
                                "an interval that is a number or a string of digits, or none",
                                n -> n.isMissingNode() || numeral(n)),
                        noSuccessStatus(PENDING).orElse(MISTAKEN),
                        labelledAsJson(PENDING),
                        pendingError(PENDING),
                        status(TOKEN, 200),
                        labelledAsJson(TOKEN),
                        text(TOKEN, "access_token"),
                        member(TOKEN, "token_type", "the token_type Bearer or DPoP", OtherClients::knownType)));
    }

    private static KnownClient rust() {
        return new KnownClient(
                "oauth2-rs",
                "ramosbugs/oauth2-rs: src/devicecode.rs, src/endpoint.rs, #218",
                ALWAYS_ASKS_FOR_JSON,
                List.of(
                        status(CODES, 200),
                        answer(
                                CODES,
                                "a media type that begins with application/json, or none",
                                a -> a.mediaType().isEmpty() || a.mediaType().startsWith("application/json")),
                        json(CODES),
                        text(CODES, "device_code"),
                        text(CODES, "user_code"),
                        answer(
                                CODES,
                                "one of verification_uri and verification_url",
                                a -> a.member("verification_uri").isTextual()
                                        != a.member("verification_url").isTextual()),
                        wholeNumber(CODES, "expires_in"),
                        member(
                                CODES,
                                "interval",
                                "a whole number interval, or none",
                                n -> n.isMissingNode() || n.isIntegralNumber()),
                        noSuccessStatus(AT_ONCE).orElse(MISTAKEN),
                        pendingError(AT_ONCE),
                        noSuccessStatus(PENDING).orElse(MISTAKEN),
                        pendingError(PENDING),
                        status(TOKEN, 200),
                        text(TOKEN, "access_token"),
                        text(TOKEN, "token_type"),
                        member(
                                TOKEN,
                                "expires_in",
                                "a whole number expires_in, or none",
                                n -> n.isMissingNode() || n.isNull() || n.isIntegralNumber())));
    }
}
