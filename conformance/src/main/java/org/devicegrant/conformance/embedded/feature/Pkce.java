package org.devicegrant.conformance.embedded.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.Issue;

/** Proof key for the device grant, after RFC 7636: who started must be the one who redeems. S256 only. */
public final class Pkce implements Feature {
    private static final String CHALLENGE = "code_challenge";
    private static final String METHOD = "code_challenge_method";
    private static final String VERIFIER = "code_verifier";

    private final BiPredicate<String, String> matches;

    /** As RFC 7636 section 4.6 has it. */
    public Pkce() {
        this(Pkce::isHashOf);
    }

    /** With {@code matches} for whether a challenge fits a verifier, which is empty if missing. */
    public Pkce(BiPredicate<String, String> matches) {
        this.matches = matches;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(CHALLENGE, METHOD, VERIFIER);
    }

    @Override
    public void ordered(Client client, Request request, Form form) {
        if (form.has(CHALLENGE) && !form.text(METHOD).equals("S256")) {
            throw Refusal.invalidRequest("The only code challenge method is S256");
        }
    }

    @Override
    public Issue redeemed(Poll poll, Issue issue) {
        String challenge = poll.grant().order().form().text(CHALLENGE);
        if (!challenge.isEmpty() && !matches.test(challenge, poll.form().text(VERIFIER))) {
            throw Refusal.invalidGrant("The code verifier does not fit the code challenge");
        }
        return issue;
    }

    @Override
    public void described(ObjectNode metadata) {
        metadata.set("code_challenge_methods_supported", Json.node(List.of("S256")));
    }

    private static boolean isHashOf(String challenge, String verifier) {
        try {
            return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                    .getValue()
                    .equals(challenge);
        } catch (IllegalArgumentException tooShortOrLong) {
            return false;
        }
    }
}
