package org.devicegrant.conformance.rfc6749.s6_refresh;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.tokensRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Scopes;

/** What a refresh token of the device grant is good for. */
class RefreshChecks {
    private static final String NEVER_GRANTED = "device-grant-no-such-scope";

    @Check("6749-6-refresh-token-usable")
    void refreshingNeverWidensTheScope(Devices devices, Judge judge, Grants grants) {
        Grants.Refreshed refreshed = grants.refreshed();
        Answer first = Optional.ofNullable(refreshed.refresh())
                .orElseThrow(() -> new NotApplicable("the server issues no refresh token to this client"));
        boolean works = judge.expect("the first refresh", first)
                .learningNothingFrom(
                        error(ErrorCodes.UNAUTHORIZED_CLIENT), "this client is not registered for refresh_token")
                .otherwise("the user has to approve again when the access token ends")
                .toBe(token());
        if (!works) {
            return;
        }

        Device device = refreshed.redeemed().device();
        Set<String> extra = neverApproved(devices, refreshed.redeemed().token());
        Answer second = devices.send(devices.protocol()
                .refresh(device.client(), latest(refreshed.redeemed().token(), first))
                .with("scope", wider(devices, extra)));

        judge.expect("a refresh that asks for more scope than was approved", second)
                .tolerating(tokensRefused(), "invalid_scope is the defined code")
                .otherwise("the device helps itself to what the user never approved")
                .toBe(
                        error(ErrorCodes.INVALID_SCOPE),
                        Outcome.of("a token without the extra scope", a -> a.tokens() && isFree(devices, a, extra)));
    }

    /**
     * What the target file has beyond narrow_scope, which was approved, and beyond what the server added of its own accord;
     * or a scope that nobody was ever granted.
     */
    private static Set<String> neverApproved(Devices devices, Answer token) {
        String narrow = devices.target().probes().narrowScope();
        if (narrow == null) {
            return Set.of(NEVER_GRANTED);
        }
        Set<String> beyond =
                new LinkedHashSet<>(Scopes.of(String.valueOf(devices.target().scope())));
        beyond.removeAll(Scopes.of(narrow));
        Scopes.of(token.member("scope")).ifPresent(beyond::removeAll);
        return beyond.isEmpty() ? Set.of(NEVER_GRANTED) : beyond;
    }

    private static String wider(Devices devices, Set<String> extra) {
        String narrow = devices.target().probes().narrowScope();
        String approved = narrow == null ? devices.protocol().scope(devices.main()) : narrow;
        return (approved == null ? "" : approved + " ") + String.join(" ", extra);
    }

    /** Rotation hands out a new refresh token; without it the old one stays. */
    private static String latest(Answer token, Answer refresh) {
        JsonNode next = refresh.member("refresh_token");
        return (next.isTextual() ? next : token.member("refresh_token")).asText();
    }

    private static boolean isFree(Devices devices, Answer answer, Set<String> extra) {
        Set<String> scope = devices.oracle()
                .attributes(answer.member("access_token").asText())
                .flatMap(attributes -> attributes.scope())
                .or(() -> Scopes.of(answer.member("scope")))
                .orElseThrow(() -> new Inconclusive(
                        "the refresh names no scope and nothing else tells what the new token is for",
                        "give clients.introspection with endpoints.introspection"));
        return scope.stream().noneMatch(extra::contains);
    }
}
