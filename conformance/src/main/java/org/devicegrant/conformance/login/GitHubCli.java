package org.devicegrant.conformance.login;

import static org.devicegrant.conformance.login.Demands.answer;
import static org.devicegrant.conformance.login.Demands.labelledAsJson;
import static org.devicegrant.conformance.login.Demands.pendingErrorInAnyForm;
import static org.devicegrant.conformance.login.KnownClient.NEVER_ASKS_FOR_JSON;
import static org.devicegrant.conformance.login.Moment.CALM;
import static org.devicegrant.conformance.login.Moment.CODES;
import static org.devicegrant.conformance.login.Moment.PENDING;
import static org.devicegrant.conformance.login.Moment.THIRD_SLOWED;
import static org.devicegrant.conformance.login.Moment.TOKEN;

import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** Reads forms as well as JSON, but gives up at the third slow_down. */
final class GitHubCli {
    private GitHubCli() {}

    static KnownClient client() {
        return new KnownClient(
                "GitHub CLI",
                "cli/oauth: device/device_flow.go, api/form.go",
                NEVER_ASKS_FOR_JSON,
                List.of(
                        Demands.status(CODES, 200).orElse("says that the device flow is not supported"),
                        labelledAsJson(CODES, Request.FORM).orElse("does not read the body"),
                        answer(
                                        CODES,
                                        "a verification_uri",
                                        a -> !Reply.value(a, "verification_uri").isEmpty()
                                                || !Reply.value(a, "verification_url")
                                                        .isEmpty())
                                .orElse("says that the device flow is not supported"),
                        integer("interval"),
                        integer("expires_in"),
                        labelledAsJson(PENDING, Request.FORM).orElse("does not read the body"),
                        pendingErrorInAnyForm(PENDING),
                        answer(CALM, "no slow_down", a -> !a.isError(ErrorCodes.SLOW_DOWN))
                                .notFatal()
                                .orElse("is slowed down although it waits longer than it must"),
                        answer(THIRD_SLOWED, "no slow_down", a -> !a.isError(ErrorCodes.SLOW_DOWN))
                                .orElse("gives up at the third slow_down"),
                        labelledAsJson(TOKEN, Request.FORM).orElse("does not read the body"),
                        answer(
                                TOKEN,
                                "an access_token",
                                a -> !Reply.value(a, "access_token").isEmpty())));
    }

    private static Demand integer(String name) {
        return Demand.of(
                CODES,
                "an integer " + name,
                a -> Reply.value(a, name).matches("[+-]?\\d{1,18}")
                        ? Optional.empty()
                        : Optional.of(Reply.value(a, name).isEmpty() ? "none" : "something else"));
    }
}
