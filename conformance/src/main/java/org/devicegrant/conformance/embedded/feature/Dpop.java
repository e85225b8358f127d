package org.devicegrant.conformance.embedded.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPTokenRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import com.nimbusds.oauth2.sdk.util.singleuse.SingleUseChecker;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.SeenOnce;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.Secrets;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Tokens bound to a key of the client (RFC 9449). A proof is looked at when it matters: at redemption, at refresh and
 * at the resource; a pending poll may carry one or not.
 */
public final class Dpop implements Feature {
    private static final String HEADER = "DPoP";
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    private static final long SECONDS = 60;

    private final boolean nonceNeeded;
    private final boolean refreshBound;
    private final String nonce = Secrets.next();
    private final SeenOnce seen = new SeenOnce(Duration.ofMinutes(5));
    private final SingleUseChecker<DPoPProofUse> once = this::useOnce;
    private volatile boolean forgetful;
    private volatile Optional<Addresses> addresses = Optional.empty();

    /** Without nonces, and with refresh tokens of public clients bound. */
    public Dpop() {
        this(false, true);
    }

    /**
     * With or without nonces.
     *
     * @param nonceNeeded whether proofs must carry the server's nonce (RFC 9449 section 8)
     * @param refreshBound whether refresh tokens of public clients are bound to the key, which section 5 demands
     */
    public Dpop(boolean nonceNeeded, boolean refreshBound) {
        this.nonceNeeded = nonceNeeded;
        this.refreshBound = refreshBound;
    }

    /** This one from now on without a memory of the proofs that it has seen. */
    public Dpop forgetful() {
        forgetful = true;
        return this;
    }

    @Override
    public void started(Addresses own) {
        addresses = Optional.of(own);
    }

    @Override
    public Issue redeemed(Poll poll, Issue issue) {
        return issue.withThumbprint(thumbprint(poll.client(), poll.request()).orElse(null));
    }

    @Override
    public Issue refreshed(Client client, Request request, Form form, Issue issue) {
        Optional<String> presented = thumbprint(client, request);
        boolean bound = issue.thumbprint() != null && client.isPublic() && refreshBound;
        if (bound && presented.isEmpty()) {
            throw Refusal.of("invalid_dpop_proof", "The refresh token is bound to a key");
        }
        if (bound && !presented.get().equals(issue.thumbprint())) {
            throw Refusal.invalidGrant("The refresh token is bound to another key");
        }
        return issue.withThumbprint(presented.orElse(null));
    }

    @Override
    public boolean presented(Request request, Issue issue, String token) {
        if (issue.thumbprint() == null) {
            return true;
        }
        boolean scheme = request.header("Authorization").orElse("").regionMatches(true, 0, "DPoP ", 0, 5);
        return scheme && request.headers().all(HEADER).size() == 1 && provesPossession(request, issue, token);
    }

    @Override
    public void described(ObjectNode metadata) {
        metadata.set(
                "dpop_signing_alg_values_supported",
                Json.node(
                        ALGORITHMS.stream().map(JWSAlgorithm::getName).sorted().toList()));
    }

    private Optional<String> thumbprint(Client client, Request request) {
        List<String> proofs = request.headers().all(HEADER);
        if (proofs.isEmpty() && !client.alwaysDpop()) {
            return Optional.empty();
        }
        if (proofs.size() != 1) {
            throw Refusal.of("invalid_dpop_proof", "Exactly one DPoP proof is needed");
        }
        return Optional.of(verified(client, proofs.get(0)).getValue().toString());
    }

    private JWKThumbprintConfirmation verified(Client client, String proof) {
        URI token = URI.create(addresses.orElseThrow().of(Addresses.TOKEN));
        try {
            SignedJWT jwt = SignedJWT.parse(proof);
            checkNonce(jwt);
            return new DPoPTokenRequestVerifier(ALGORITHMS, token, SECONDS, SECONDS, once)
                    .verify(new DPoPIssuer(client.id()), jwt, nonces(jwt));
        } catch (ParseException | InvalidDPoPProofException | JOSEException invalid) {
            throw Refusal.of("invalid_dpop_proof", "The DPoP proof is not valid");
        }
    }

    private void checkNonce(SignedJWT jwt) throws ParseException {
        if (nonceNeeded && !nonce.equals(jwt.getJWTClaimsSet().getStringClaim("nonce"))) {
            throw Refusal.of("use_dpop_nonce", "The DPoP proof must carry the nonce of the server")
                    .header("DPoP-Nonce", nonce);
        }
    }

    /** What the library shall compare with: our own check has been made before, and a needless nonce does no harm. */
    private static @Nullable Set<Nonce> nonces(SignedJWT jwt) throws ParseException {
        String own = jwt.getJWTClaimsSet().getStringClaim("nonce");
        return own == null ? null : Set.of(new Nonce(own));
    }

    private boolean provesPossession(Request request, Issue issue, String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(request.header(HEADER).orElse(""));
            new DPoPProtectedResourceRequestVerifier(ALGORITHMS, SECONDS, SECONDS, once)
                    .verify(
                            request.method(),
                            URI.create(addresses.orElseThrow().of(Addresses.USERINFO)),
                            new DPoPIssuer(issue.client().id()),
                            jwt,
                            new DPoPAccessToken(token),
                            new JWKThumbprintConfirmation(new Base64URL(issue.thumbprint())),
                            nonces(jwt),
                            null);
            return true;
        } catch (ParseException | InvalidDPoPProofException | AccessTokenValidationException | JOSEException invalid) {
            return false;
        }
    }

    private void useOnce(DPoPProofUse use) throws AlreadyUsedException {
        if (!forgetful && !seen.first(use.getIssuer() + " " + use.getJWTID(), Instant.EPOCH)) {
            throw new AlreadyUsedException("The DPoP proof has been used before");
        }
    }
}
