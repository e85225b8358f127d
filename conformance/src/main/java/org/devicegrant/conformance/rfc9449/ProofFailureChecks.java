package org.devicegrant.conformance.rfc9449;

import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;

/** Proofs that fail after the user has approved. */
class ProofFailureChecks {
    private static final Outcome<Answer> REFUSED = error(400, ErrorCodes.INVALID_DPOP_PROOF);
    private static final Outcome<Answer> TOO_FAST = error(ErrorCodes.SLOW_DOWN);

    @Check("9449-dpop-failures-while-polling")
    void aBadProofCostsNobodyTheApproval(Devices devices, Judge judge, Users users) {
        Client client = devices.publicClient();
        Prover prover = new Prover(devices);
        Device device = users.decide(() -> devices.start(client), Decision.APPROVE);

        boolean alive = badProofs(prover).entrySet().stream()
                .allMatch(bad -> judgeBad(judge, prover, device, bad.getKey(), bad.getValue()));
        prover.challenges().forEach(challenge -> judgeChallenge(judge, challenge));

        if (alive) {
            Answer good = prover.poll(device, prover::proven);
            judge.expect("a poll with a good proof after them", good)
                    .learningNothingFrom(endOf(device), "the code ended before that")
                    .otherwise("a proof that fails once costs the user the login")
                    .toBe(token());
            judgeReplay(devices, judge, client, good);
        }
    }

    private static Map<String, UnaryOperator<Request>> badProofs(Prover prover) {
        Map<String, UnaryOperator<Request>> bad = new LinkedHashMap<>();
        bad.put("a proof for another address", prover::forAnotherAddress);
        bad.put("a proof with a wrong signature", prover::garbled);
        bad.put("a proof of an hour ago", prover::stale);
        bad.put("two proofs", prover::twice);
        return bad;
    }

    /** @return whether there is still something to redeem */
    private static boolean judgeBad(
            Judge judge, Prover prover, Device device, String what, UnaryOperator<Request> proving) {
        Answer answer = prover.poll(device, proving);
        judge.expect("a poll of an approved code with " + what, answer)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .learningNothingFrom(TOO_FAST, "the server finds spaced polls too fast")
                .tolerating(
                        Outcome.of("another error", a -> terminal().matches(a) && a.status() / 100 == 4),
                        "400 invalid_dpop_proof is the defined answer")
                .otherwise("the proof protects nothing")
                .toBe(REFUSED);
        return !answer.tokens();
    }

    private static void judgeChallenge(Judge judge, Answer challenge) {
        judge.expect(
                        "use_dpop_nonce",
                        challenge.headerValues(Prover.NONCE).size(),
                        count -> count + " DPoP-Nonce header fields",
                        challenge)
                .otherwise("the device cannot give the nonce that it is asked for")
                .toBe(Outcome.of("one DPoP-Nonce header field", count -> count == 1));
        judge.expect("use_dpop_nonce", challenge)
                .tolerating(Outcome.of("another status", a -> true), "RFC 9449 asks for status 400")
                .toBe(error(400, ErrorCodes.USE_DPOP_NONCE));
    }

    private static void judgeReplay(Devices devices, Judge judge, Client client, Answer redeemed) {
        JsonNode refreshToken = redeemed.member("refresh_token");
        String proof = redeemed.request().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("DPoP"))
                .map(header -> header.value())
                .findFirst()
                .orElse("");
        if (refreshToken.isTextual() && !proof.isEmpty()) {
            Request refresh = devices.protocol().refresh(client, refreshToken.textValue());
            judge.expect("a refresh with the proof of the redemption", devices.send(refresh.header("DPoP", proof)))
                    .tolerating(token(), "a proof can be used twice within its time")
                    .tolerating(terminal(), "400 invalid_dpop_proof is the defined answer")
                    .toBe(REFUSED, error(400, ErrorCodes.USE_DPOP_NONCE));
        }
    }
}
