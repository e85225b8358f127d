package org.devicegrant.conformance.login;

import static org.devicegrant.conformance.login.Demands.answer;
import static org.devicegrant.conformance.login.Demands.json;
import static org.devicegrant.conformance.login.Demands.member;
import static org.devicegrant.conformance.login.Demands.noSuccessStatus;
import static org.devicegrant.conformance.login.Demands.pendingError;
import static org.devicegrant.conformance.login.Demands.status;
import static org.devicegrant.conformance.login.Demands.text;
import static org.devicegrant.conformance.login.Demands.wholeNumberInGo;
import static org.devicegrant.conformance.login.KnownClient.NEVER_ASKS_FOR_JSON;
import static org.devicegrant.conformance.login.Moment.ASKED_AGAIN;
import static org.devicegrant.conformance.login.Moment.AT_ONCE;
import static org.devicegrant.conformance.login.Moment.CODES;
import static org.devicegrant.conformance.login.Moment.METADATA;
import static org.devicegrant.conformance.login.Moment.OPENID_TOKEN;
import static org.devicegrant.conformance.login.Moment.PENDING;
import static org.devicegrant.conformance.login.Moment.TOKEN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Form;

/** Clients written in Go, whose decoder takes whole numbers for whole numbers only. */
final class GoClients {
    private static final Set<String> READ_AS_FORMS = Set.of(Request.FORM, "text/plain");

    private GoClients() {}

    static List<KnownClient> all() {
        return List.of(library(), kubelogin(), incus(), step());
    }

    /** Tries HTTP Basic with every poll before client_id in the body, until one of the two has brought a token. */
    private static KnownClient library() {
        return new KnownClient(
                "golang.org/x/oauth2",
                "golang/oauth2: deviceauth.go, internal/token.go",
                EnumSet.complementOf(EnumSet.of(CODES)),
                List.of(
                        answer(CODES, "a 2xx status", a -> a.status() / 100 == 2),
                        json(CODES),
                        wholeNumberInGo(CODES, "expires_in"),
                        wholeNumberInGo(CODES, "interval"),
                        pending(ASKED_AGAIN).orElse("gives up: it had tried HTTP Basic with an empty secret first"),
                        answer(ASKED_AGAIN, "no slow_down", a -> !a.isError(ErrorCodes.SLOW_DOWN))
                                .notFatal()
                                .orElse("is slowed down by 5 s in every round, because it sends each poll twice,"
                                        + " once with HTTP Basic and an empty secret"),
                        pending(PENDING),
                        answer(
                                TOKEN,
                                "an access_token",
                                a -> !read(a, "access_token").isEmpty())));
    }

    /** Reads a form where the label says so; JSON under such a label means nothing to it. */
    private static Demand pending(Moment moment) {
        return Demand.of(
                moment,
                "the error authorization_pending or slow_down",
                a -> ErrorCodes.PENDING.contains(read(a, "error"))
                        ? Optional.empty()
                        : Optional.of(readAsForm(a) ? "a body labelled " + a.mediaType() : a.gist()));
    }

    private static boolean readAsForm(Answer answer) {
        return READ_AS_FORMS.contains(answer.mediaType());
    }

    private static String read(Answer answer, String name) {
        if (readAsForm(answer)) {
            return String.valueOf(
                    Form.parse(answer.text()).map(form -> form.value(name)).orElse(""));
        }
        return answer.member(name).isTextual() ? answer.member(name).textValue() : "";
    }

    private static KnownClient kubelogin() {
        return new KnownClient(
                "kubelogin",
                "int128/oauth2dev: authorization.go, token.go; int128/kubelogin: pkg/oidc/client/client.go, #717",
                NEVER_ASKS_FOR_JSON,
                List.of(
                        status(CODES, 200),
                        json(CODES),
                        answer(CODES, "a verification_uri", GoClients::hasAddress)
                                .orElse("has no address to show"),
                        wholeNumberInGo(CODES, "expires_in"),
                        wholeNumberInGo(CODES, "interval"),
                        noSuccessStatus(AT_ONCE).orElse("takes the error for a token"),
                        pendingError(AT_ONCE),
                        noSuccessStatus(PENDING).orElse("takes the error for a token"),
                        pendingError(PENDING),
                        status(TOKEN, 200),
                        wholeNumberInGo(TOKEN, "expires_in"),
                        text(OPENID_TOKEN, "id_token").orElse("has nothing to show to the cluster")));
    }

    private static boolean hasAddress(Answer answer) {
        return List.of("verification_uri", "verification_url", "verification_uri_complete").stream()
                .anyMatch(name -> !answer.member(name).asText("").isEmpty());
    }

    /** Gives each request one interval; without an interval that is no time at all. */
    private static KnownClient incus() {
        return new KnownClient(
                "Incus (zitadel/oidc)",
                "lxc/incus: client/incus_oidc.go; zitadel/oidc: pkg/client/client.go, pkg/http/http.go",
                NEVER_ASKS_FOR_JSON,
                List.of(
                        status(METADATA, 200).orElse("never gets to the device flow"),
                        text(METADATA, "device_authorization_endpoint").orElse("says that there is no device flow"),
                        status(CODES, 200),
                        json(CODES),
                        wholeNumberInGo(CODES, "expires_in"),
                        wholeNumberInGo(CODES, "interval"),
                        text(CODES, "verification_uri_complete")
                                .orElse("shows an empty address, the only one it ever shows"),
                        member(CODES, "interval", "an interval above 0", n -> n.isIntegralNumber() && n.asLong() > 0)
                                .orElse("allows its first poll no time at all and ends"),
                        noSuccessStatus(PENDING).orElse("takes the error for a token"),
                        pendingError(PENDING),
                        status(TOKEN, 200),
                        wholeNumberInGo(TOKEN, "expires_in")));
    }

    /** Goes on polling at every 4xx, whatever it says. */
    private static KnownClient step() {
        return new KnownClient(
                "step CLI",
                "smallstep/cli: command/oauth/cmd.go, #740",
                NEVER_ASKS_FOR_JSON,
                List.of(
                        answer(CODES, "a status below 400", a -> a.status() < 400),
                        json(CODES),
                        answer(
                                CODES,
                                "a verification_uri",
                                a -> !a.member("verification_uri").asText("").isEmpty()
                                        || !a.member("verification_url")
                                                .asText("")
                                                .isEmpty()),
                        wholeNumberInGo(CODES, "expires_in"),
                        wholeNumberInGo(CODES, "interval"),
                        noSuccessStatus(PENDING).orElse("takes the error for a token"),
                        answer(PENDING, "a 4xx status", a -> a.status() / 100 == 4),
                        status(TOKEN, 200),
                        json(TOKEN),
                        wholeNumberInGo(TOKEN, "expires_in")));
    }
}
