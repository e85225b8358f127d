package org.devicegrant.conformance.rfc9449;

import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.APPROVED;
import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.REDEEMED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.feature.Dpop;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Secrets;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.Issue;

/** Servers that bind tokens by halves, or stumble over a bad proof. */
public final class DpopDefects implements DefectSource {
    private static final Set<String> BOUND = Set.of("9449-dpop-bound-token");
    private static final Set<String> FAILURES = Set.of("9449-dpop-failures-while-polling");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "bindsTheAccessTokenOnly",
                        "Issues a bound access token and a refresh token that anybody can use.",
                        BOUND,
                        "A refresh with another key: expected a refusal, got 200 with a token*",
                        server -> server.features().add(new Dpop(false, false))),
                new Defect(
                        "saysDpopAndBindsNothing",
                        "Answers token_type DPoP for a token that is bound to no key.",
                        BOUND,
                        "The key in the introspection answer: expected that of the proof, got none*",
                        DpopDefects::pretending),
                new Defect(
                        "letsClientsGetByWithoutTheirProof",
                        "Registers dpop_bound_access_tokens and does not enforce it.",
                        BOUND,
                        "*poll without a proof of a client that always uses DPoP: expected a refusal, got 200 with a token*",
                        DpopDefects::forgetting),
                new Defect(
                        "dropsTheCodeBeforeAskingForANonce",
                        "Asks for a nonce after the device code was removed.",
                        FAILURES,
                        "*a poll with a good proof after them: expected a token, got 400 invalid_grant*",
                        DpopDefects::dropping),
                new Defect(
                        "asksForANonceWithoutGivingOne",
                        "Answers use_dpop_nonce without a DPoP-Nonce header.",
                        FAILURES,
                        "*se_dpop_nonce: expected one DPoP-Nonce header field, got 0 DPoP-Nonce header fields*",
                        DpopDefects::withholding),
                new Defect(
                        "bindsTokensToAnotherKey",
                        "Binds a token to a key that is not the one of the device's proof.",
                        BOUND,
                        "The key in the introspection answer: expected that of the proof, got another key;*"
                                + " a refresh with the same key: expected a token, got 400 invalid_grant*",
                        server -> {
                            server.features().add(new Dpop());
                            server.tokens()
                                    .onIssue(issue ->
                                            issue.thumbprint() == null ? issue : issue.withThumbprint(Secrets.next()));
                        }),
                new Defect(
                        "refreshesWithoutAProof",
                        "Looks at the key of a refresh only if there is a proof.",
                        BOUND,
                        "A refresh without a proof: expected a refusal, got 200 with a token*",
                        server -> server.features().add(new Trusting(new Dpop()))),
                new Defect(
                                "acceptsAProofAndBindsNothing",
                                "Looks at proofs, and issues ordinary tokens.",
                                BOUND,
                                "Token_type of a redemption with a proof got \"Bearer\": the proof was accepted, but the"
                                        + " token is not bound*",
                                server -> {
                                    server.features().add(new Dpop());
                                    server.tokens().onIssue(issue -> issue.withThumbprint(null));
                                })
                        .onlyWarnedAbout(),
                new Defect(
                                "refusesProofsInOtherWords",
                                "Answers invalid_request to a bad proof.",
                                FAILURES,
                                "A poll of an approved code with a proof for another address got 400 invalid_request: 400"
                                        + " invalid_dpop_proof is the defined answer*",
                                server -> renaming(server, "invalid_dpop_proof", 400, "invalid_request"))
                        .onlyWarnedAbout(),
                new Defect(
                                "asksForANonceWithAnotherStatus",
                                "Answers 401 use_dpop_nonce.",
                                FAILURES,
                                "Use_dpop_nonce got 401 use_dpop_nonce: RFC 9449 asks for status 400*",
                                server -> renaming(server, "use_dpop_nonce", 401, "use_dpop_nonce"))
                        .onlyWarnedAbout(),
                new Defect(
                                "takesAProofTwice",
                                "Keeps no record of the proofs that it has seen.",
                                FAILURES,
                                "A refresh with the proof of the redemption got 200 with a token: a proof can be used twice*",
                                server -> server.features().add(new Dpop().forgetful()))
                        .onlyWarnedAbout(),
                new Defect(
                                "refusesReplaysInOtherWords",
                                "Answers invalid_grant to a proof that was used before.",
                                FAILURES,
                                "A refresh with the proof of the redemption got 400 invalid_grant: 400 invalid_dpop_proof is"
                                        + " the defined answer*",
                                server -> {
                                    server.features().add(new Dpop());
                                    server.onRefresh((request, answer) -> answer.hasError("invalid_dpop_proof")
                                            ? answer.set("error", "invalid_grant")
                                            : answer);
                                })
                        .onlyWarnedAbout());
    }

    private static void pretending(Behaviour server) {
        server.features().add(new Dpop());
        server.tokens().onIssue(issue -> issue.withThumbprint(null));
        server.tokens().onAnswer((issue, answer) -> answer.set("token_type", "DPoP"));
    }

    private static void forgetting(Behaviour server) {
        server.features().add(new Dpop());
        server.registration().open(true);
        server.authentication().around((attempt, next) -> next.apply(attempt).withAlwaysDpop(false));
    }

    private static void dropping(Behaviour server) {
        server.features().add(new Dpop(true, true));
        server.onToken((request, answer) -> dropped(server, request, answer));
    }

    private static Answer dropped(Behaviour server, Request request, Answer answer) {
        if (answer.hasError("use_dpop_nonce")) {
            server.grants().all().stream()
                    .filter(grant -> grant.is(APPROVED) && request.text().contains(grant.deviceCode()))
                    .forEach(grant -> grant.forceState(REDEEMED));
        }
        return answer;
    }

    private static void renaming(Behaviour server, String error, int status, String other) {
        server.features().add(new Dpop(true, true));
        server.onToken((request, answer) ->
                answer.hasError(error) ? answer.status(status).set("error", other) : answer);
    }

    /** Needs no proof for a refresh. */
    private record Trusting(Dpop sound) implements Feature {
        @Override
        public void started(Addresses own) {
            sound.started(own);
        }

        @Override
        public Issue redeemed(Poll poll, Issue issue) {
            return sound.redeemed(poll, issue);
        }

        @Override
        public Issue refreshed(Client client, Request request, Form form, Issue issue) {
            return request.header("DPoP").isEmpty() ? issue : sound.refreshed(client, request, form, issue);
        }

        @Override
        public boolean presented(Request request, Issue issue, String token) {
            return sound.presented(request, issue, token);
        }

        @Override
        public void described(ObjectNode metadata) {
            sound.described(metadata);
        }
    }

    private static void withholding(Behaviour server) {
        server.features().add(new Dpop(true, true));
        server.onToken((request, answer) -> answer.withoutHeader("DPoP-Nonce"));
    }
}
