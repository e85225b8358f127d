package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import static org.devicegrant.conformance.assertion.Answers.status;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Attributes;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Oracle;
import org.devicegrant.conformance.protocol.Scopes;

/** Whether the token that came opens anything. */
class UsableTokenChecks {
    private static final Duration SPREADING = Duration.ofSeconds(5);
    private static final Outcome<Answer> ACTIVE = Outcome.of(
            "an active token", a -> a.status() == 200 && a.member("active").asBoolean());
    private static final Outcome<Answer> ACCEPTED = Outcome.of("a 2xx answer", a -> a.status() / 100 == 2);

    /** Somebody who can tell, and what they say about a good token. */
    private record Witness(String name, Function<String, Optional<Answer>> ask, Outcome<Answer> good) {}

    @Check("6749-5.1-access-token-usable")
    void theAccessTokenWorksAtOnce(Devices devices, Judge judge, Grants grants) {
        Grants.Redeemed redeemed = grants.redeemed(devices.main());
        String token = redeemed.token().member("access_token").asText();

        long heard = witnesses(devices.oracle(), redeemed).stream()
                .filter(witness -> isHeard(witness, token, devices, judge))
                .count();

        Optional<Attributes> attributes = devices.oracle().attributes(token);
        if (heard == 0 && attributes.isEmpty()) {
            throw new NotApplicable("nothing tells whether a token works: give clients.introspection or probe_resource,"
                    + " or ask for scope openid");
        }
        attributes.ifPresent(known -> judgeAttributes(judge, known, redeemed));
    }

    private static List<Witness> witnesses(Oracle oracle, Grants.Redeemed redeemed) {
        boolean openid =
                granted(redeemed).filter(scope -> scope.contains("openid")).isPresent();
        return List.of(
                new Witness("introspection of the new token", oracle::introspection, ACTIVE),
                new Witness("the probe resource asked with the new token", oracle::probe, ACCEPTED),
                new Witness(
                        "user info asked with the new token",
                        token -> openid ? oracle.userinfo(token) : Optional.empty(),
                        status(200)));
    }

    /** The scope as the answer names it, or as it was asked for. */
    private static Optional<Set<String>> granted(Grants.Redeemed redeemed) {
        Device device = redeemed.device();
        return Scopes.of(redeemed.token().member("scope"))
                .or(() -> Optional.ofNullable(device.issued().request().form().value("scope"))
                        .map(Scopes::of));
    }

    private static boolean isHeard(Witness witness, String token, Devices devices, Judge judge) {
        Optional<Answer> answer = witness.ask().apply(token);
        if (answer.isEmpty()) {
            return false;
        }
        Outcome<Answer> later = Outcome.of("a refusal at first", a -> acceptedLater(witness, token, devices));
        judge.expect(witness.name(), answer.get())
                .tolerating(later, "it is accepted five seconds later, and a client does not wait")
                .otherwise("the device holds a token that opens nothing")
                .toBe(witness.good());
        return true;
    }

    private static boolean acceptedLater(Witness witness, String token, Devices devices) {
        devices.waiting().pause(SPREADING, "a new token to become known");
        return witness.ask().apply(token).filter(witness.good()::matches).isPresent();
    }

    private static void judgeAttributes(Judge judge, Attributes attributes, Grants.Redeemed redeemed) {
        Answer answer = redeemed.token();
        String client = redeemed.device().client().clientId();
        attributes
                .client()
                .ifPresent(
                        named -> judge.expect("the client in the " + attributes, named, n -> "another client", answer)
                                .otherwise("resources take the device for somebody else")
                                .toBe(Outcome.of("the client that polled", client::equals)));
        Optional<Set<String>> granted = granted(redeemed);
        if (granted.isPresent() && attributes.scope().isPresent()) {
            judge.expect("the scope in the " + attributes, attributes, UsableTokenChecks::scope, answer)
                    .otherwise("the token opens something else than its answer says")
                    .toBe(Outcome.of(Scopes.inWords(granted.get()), a -> a.hasScope(granted.get())));
        }
        judge.expect("the audience in the " + attributes, attributes.audience(), n -> n.size() + " values", answer)
                .tolerating(Outcome.of("none", List::isEmpty), "the token seems good for every resource")
                .toBe(Outcome.of("at least one", n -> !n.isEmpty()));
    }

    private static String scope(Attributes attributes) {
        return Scopes.inWords(attributes.scope().orElse(Set.of()));
    }
}
