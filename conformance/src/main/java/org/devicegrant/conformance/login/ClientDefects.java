package org.devicegrant.conformance.login;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Refusal;

/** For each known client servers that lock it out. */
public final class ClientDefects {
    private static final String GITHUB = "GitHub CLI";
    private static final String GO = "golang.org/x/oauth2";
    private static final String KUBELOGIN = "kubelogin";
    private static final String INCUS = "Incus (zitadel/oidc)";
    private static final String STEP = "step CLI";
    private static final String MSAL = "MSAL Python";
    private static final String OPENID_CLIENT = "openid-client 5";
    private static final String WEB_API = "oauth4webapi 3 (openid-client 6)";
    private static final String NIMBUS = "Nimbus OAuth SDK";
    private static final String RUST = "oauth2-rs";

    private ClientDefects() {}

    /** All of them. */
    public static List<ClientDefect> all() {
        return Stream.of(codes(), polls(), tokens()).flatMap(List::stream).toList();
    }

    private static List<ClientDefect> codes() {
        return List.of(
                new ClientDefect(
                        "leavesTheIntervalToItsDefault",
                        "Names no interval, which is lawful.",
                        Set.of(GITHUB, INCUS),
                        "*interval*device authorization response*",
                        b -> b.polling().announced(false)),
                new ClientDefect(
                        "sendsANullInterval",
                        "Sends a null in place of no interval.",
                        Set.of(GITHUB, MSAL, WEB_API, NIMBUS, RUST, INCUS),
                        "*interval*",
                        b -> onCodes(b, a -> a.set("interval", null))),
                new ClientDefect(
                        "offersNoLinkWithTheCode",
                        "Sends no verification_uri_complete, which is lawful.",
                        Set.of(INCUS),
                        "*verification_uri_complete missing: it shows an empty address*",
                        b -> onCodes(b, a -> a.remove("verification_uri_complete"))),
                new ClientDefect(
                        "callsItAUrl",
                        "Sends verification_url in place of verification_uri.",
                        Set.of(OPENID_CLIENT, WEB_API, NIMBUS),
                        "*verification_uri missing*",
                        b -> onCodes(b, a -> a.rename("verification_uri", "verification_url"))),
                new ClientDefect(
                        "callsItAUrlToo",
                        "Sends verification_url beside verification_uri.",
                        Set.of(RUST),
                        "*one of verification_uri and verification_url*",
                        b -> onCodes(b, a -> a.set("verification_url", "https://example.com/device"))),
                new ClientDefect(
                        "leavesBracesInTheAddress",
                        "Sends a verification_uri with characters that no URI has.",
                        Set.of(NIMBUS),
                        "*a URI as RFC 3986 writes it*",
                        b -> onCodes(b, a -> a.set("verification_uri", "https://example.com/{tenant}/device"))),
                new ClientDefect(
                        "writesLifetimesAsText",
                        "Sends expires_in as a string.",
                        Set.of(GO, KUBELOGIN, INCUS, STEP, OPENID_CLIENT, RUST),
                        "*a whole number expires_in*got expires_in as a string*",
                        b -> onCodes(b, a -> a.set("expires_in", "20"))),
                new ClientDefect(
                        "answersInFormsUnlessAsked",
                        "Sends the codes as a form to clients that do not ask for JSON.",
                        Set.of(MSAL, KUBELOGIN, INCUS, STEP),
                        "*a JSON object*application/x-www-form-urlencoded*",
                        b -> b.onDevice(
                                (request, answer) -> request.header("Accept").isEmpty() ? asForm(answer) : answer)));
    }

    private static List<ClientDefect> polls() {
        return List.of(
                new ClientDefect(
                        "tellsErrorsWithStatus200",
                        "Sends the errors of polls with status 200.",
                        Set.of(OPENID_CLIENT, WEB_API, NIMBUS, RUST, KUBELOGIN, INCUS, STEP),
                        "*status*got 200 authorization_pending*",
                        b -> onErrors(b, a -> a.status(200))),
                new ClientDefect(
                        "tellsErrorsWithStatus202",
                        "Sends the errors of polls with status 202.",
                        Set.of(WEB_API, STEP),
                        "*a 4xx status*got 202 authorization_pending*",
                        b -> onErrors(b, a -> a.status(202))),
                new ClientDefect(
                        "tellsErrorsWithStatus500",
                        "Sends the errors of polls with status 500.",
                        Set.of(MSAL, WEB_API, STEP),
                        "*status*got 500 authorization_pending*",
                        b -> onErrors(b, a -> a.status(500))),
                new ClientDefect(
                        "labelsErrorsAsText",
                        "Sends the errors of polls as text/plain.",
                        Set.of(GITHUB, GO, WEB_API, NIMBUS),
                        "*text/plain*",
                        b -> onErrors(b, a -> a.header("Content-Type", "text/plain"))),
                new ClientDefect(
                        "challengesEveryPoll",
                        "Sends a WWW-Authenticate with every error of a poll.",
                        Set.of(WEB_API),
                        "*takes it for a challenge*",
                        b -> onErrors(b, a -> a.header("WWW-Authenticate", "Basic realm=\"devices\""))),
                new ClientDefect(
                        "wantsAPauseBeforeTheFirstPoll",
                        "Answers invalid_grant to a first poll that comes before one interval is over.",
                        Set.of(MSAL, KUBELOGIN, RUST),
                        "*first poll at once*got 400 invalid_grant*",
                        b -> b.polling().around((poll, next) -> {
                            boolean early = poll.soonerThan(
                                    poll.interval(), poll.grant().issuedAt());
                            return early && poll.grant().is(DeviceGrant.State.PENDING)
                                    ? Refusal.invalidGrant("too early").answer(true)
                                    : next.apply(poll);
                        })),
                new ClientDefect(
                        "endsTheRequestOfWhoeverTriesBasic",
                        "Ends the request of a public client that polls with HTTP Basic and an empty secret.",
                        Set.of(GO),
                        "*repeats one with HTTP Basic*got 400 access_denied: it gives up*",
                        b -> b.polling().around((poll, next) -> {
                            if (poll.request().header("Authorization").isPresent()) {
                                poll.grant().forceState(DeviceGrant.State.REFUSED);
                            }
                            return next.apply(poll);
                        })),
                new ClientDefect(
                        "saysSlowDownForPending",
                        "Answers slow_down to every poll of an undecided request.",
                        Set.of(GITHUB),
                        "*gives up at the third slow_down*",
                        b -> b.polling().throttle(poll -> true)));
    }

    private static List<ClientDefect> tokens() {
        return List.of(
                new ClientDefect(
                        "sendsANullScope",
                        "Sends a null in place of no scope.",
                        Set.of(WEB_API),
                        "*a string scope or none*got scope as JSON null*",
                        b -> b.tokens().onAnswer((issue, a) -> a.set("scope", null))),
                new ClientDefect(
                        "issuesNoIdToken",
                        "Issues no id_token to devices that asked for openid.",
                        Set.of(KUBELOGIN),
                        "*id_token missing*",
                        b -> b.tokens().onAnswer((issue, a) -> a.remove("id_token"))),
                new ClientDefect(
                        "issuesTokensOfItsOwnKind",
                        "Issues tokens of a type that nobody knows.",
                        Set.of(WEB_API, NIMBUS),
                        "*the token_type Bearer or DPoP*",
                        b -> b.tokens().onAnswer((issue, a) -> a.set("token_type", "Device"))));
    }

    private static void onCodes(Behaviour behaviour, UnaryOperator<Answer> edit) {
        behaviour.onDevice((request, answer) -> answer.has("device_code") ? edit.apply(answer) : answer);
    }

    private static void onErrors(Behaviour behaviour, UnaryOperator<Answer> edit) {
        behaviour.onToken((request, answer) -> answer.has("error") ? edit.apply(answer) : answer);
    }

    private static Answer asForm(Answer answer) {
        String form = Stream.of("device_code", "user_code", "verification_uri", "interval", "expires_in")
                .map(name -> name + "="
                        + answer.member(name).map(node -> node.asText()).orElse(""))
                .collect(Collectors.joining("&"));
        return answer.body(form).header("Content-Type", "application/x-www-form-urlencoded");
    }
}
