package org.devicegrant.conformance.rfc9449;

import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.served;
import static org.devicegrant.conformance.assertion.Answers.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Attributes;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Registrations;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;

/** Tokens that are no use to whoever steals them. */
class BoundTokenChecks {
    private static final Outcome<String> DPOP = Outcome.of("DPoP", "dpop"::equalsIgnoreCase);
    private static final Outcome<Answer> NOT_SERVED = Outcome.of("a refusal", answer -> !served().matches(answer));

    @Check("9449-dpop-bound-token")
    void tokensAreBoundToTheKeyOfTheProof(Devices devices, Judge judge, Users users, Grants grants) {
        Client client = devices.publicClient();
        Prover prover = new Prover(devices);
        Device device = users.decide(() -> devices.start(client), Decision.APPROVE);

        Answer answer = prover.poll(device, prover::proven);

        boolean redeemed = judge.expect("a poll with a proof after the approval", answer)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("devices that could protect their tokens get none")
                .toBe(token());
        String type = answer.member("token_type").asText();
        if (redeemed) {
            judge.expect("token_type of a redemption with a proof", type, t -> "\"" + t + "\"", answer)
                    .tolerating(
                            Outcome.of("Bearer", "bearer"::equalsIgnoreCase),
                            "the proof was accepted, but the token is not bound")
                    .toBe(DPOP);
        }
        if (redeemed && DPOP.matches(type)) {
            judgeBinding(devices, judge, prover, answer);
            judgeRefreshes(devices, judge, prover, client, answer.member("refresh_token"));
        }
        judgeDuty(devices, judge, grants);
    }

    private static void judgeBinding(Devices devices, Judge judge, Prover prover, Answer answer) {
        Optional<Attributes> attributes =
                devices.oracle().attributes(answer.member("access_token").asText());
        attributes.ifPresent(known -> judge.expect(
                        "the key in the " + known,
                        known.keyThumbprint(),
                        key -> key.isPresent() ? "another key" : "none",
                        answer)
                .otherwise("the token looks protected and is not")
                .toBe(Outcome.of(
                        "that of the proof",
                        key -> key.equals(Optional.of(prover.key().thumbprint())))));
    }

    private static void judgeRefreshes(
            Devices devices, Judge judge, Prover prover, Client client, JsonNode refreshToken) {
        if (!refreshToken.isTextual()) {
            return;
        }
        Answer own = prover.send(devices.protocol().refresh(client, refreshToken.textValue()), prover::proven);
        judge.expect("a refresh with the same key", own)
                .otherwise("the user has to approve again when the token ends")
                .toBe(token());
        if (own.tokens()) {
            JsonNode next = own.member("refresh_token");
            String latest = (next.isTextual() ? next : refreshToken).textValue();
            Prover thief = prover.withAnotherKey();
            judge.expect(
                            "a refresh with another key",
                            thief.send(devices.protocol().refresh(client, latest), thief::proven))
                    .otherwise("a stolen refresh token of a public client works")
                    .toBe(NOT_SERVED);
            judge.expect(
                            "a refresh without a proof",
                            devices.send(devices.protocol().refresh(client, latest)))
                    .otherwise("a stolen refresh token of a public client works")
                    .toBe(NOT_SERVED);
        }
    }

    /** A client that has registered to use DPoP always must not get by without. */
    private static void judgeDuty(Devices devices, Judge judge, Grants grants) {
        if (!devices.target().registration().allowed() || devices.server().registration() == null) {
            return;
        }
        try (Registrations registrations = new Registrations(devices)) {
            Answer registered = registrations.register(registrations.device().put("dpop_bound_access_tokens", true));
            if (registered.member("dpop_bound_access_tokens").asBoolean()) {
                Client client = registrations.client(registered);
                judge.expect(
                                "a poll without a proof of a client that always uses DPoP",
                                grants.redeemed(client).answer())
                        .otherwise("what the client relies on is not enforced")
                        .toBe(NOT_SERVED);
            }
        }
    }
}
