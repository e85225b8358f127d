package org.devicegrant.conformance.embedded.client;

import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Layers;

/** How clients prove who they are (RFC 6749 section 2.3, RFC 7523). Conforming as it is made. */
public final class AuthenticationRules {
    private final AssertionRules assertions = new AssertionRules();
    private final Layers<Attempt, Client> layers = new Layers<>();
    private BiPredicate<Endpoint, Client.Method> known = (endpoint, method) -> true;
    private BiPredicate<Endpoint, Client> proofNeeded = (endpoint, client) -> !client.isPublic();
    private Predicate<Password> right = Password::isRight;
    private BiPredicate<Endpoint, Integer> slowed = (endpoint, failures) -> failures > 10;
    private Duration slowness = Duration.ofSeconds(1);
    private boolean basicFormEncoded = true;
    private boolean twoMethodsRefused = true;
    private boolean challenging = true;
    private int statusWithHeader = 401;
    private int statusWithoutHeader = 401;

    /** Rules for signed assertions. */
    public AssertionRules assertions() {
        return assertions;
    }

    /** Which methods an endpoint knows; credentials of another method are not seen at all. */
    public AuthenticationRules known(BiPredicate<Endpoint, Client.Method> rule) {
        this.known = rule;
        return this;
    }

    /** Which clients have to prove who they are, and where. */
    public AuthenticationRules proofNeeded(BiPredicate<Endpoint, Client> rule) {
        this.proofNeeded = rule;
        return this;
    }

    /** Which passwords are taken. */
    public AuthenticationRules right(Predicate<Password> rule) {
        this.right = rule;
        return this;
    }

    /** From how many wrong secrets of a client within a minute on a failure is answered slowly, by endpoint. */
    public AuthenticationRules slowed(BiPredicate<Endpoint, Integer> rule) {
        this.slowed = rule;
        return this;
    }

    /** How slowly. */
    public AuthenticationRules slowness(Duration delay) {
        this.slowness = delay;
        return this;
    }

    /** Whether id and secret are form-decoded after Base64, which RFC 6749 section 2.3.1 demands. */
    public AuthenticationRules basicFormEncoded(boolean rule) {
        this.basicFormEncoded = rule;
        return this;
    }

    /** Whether a request with two proofs is refused; else one right proof is enough. */
    public AuthenticationRules twoMethodsRefused(boolean rule) {
        this.twoMethodsRefused = rule;
        return this;
    }

    /** Whether a 401 carries WWW-Authenticate. */
    public AuthenticationRules challenging(boolean rule) {
        this.challenging = rule;
        return this;
    }

    /** Status of invalid_client where the Authorization header was used. */
    public AuthenticationRules statusWithHeader(int status) {
        this.statusWithHeader = status;
        return this;
    }

    /** Status of invalid_client elsewhere: 400 or 401. */
    public AuthenticationRules statusWithoutHeader(int status) {
        this.statusWithoutHeader = status;
        return this;
    }

    /** Puts a layer around the whole question which client it is. */
    public AuthenticationRules around(Around<Attempt, Client> layer) {
        layers.add(layer);
        return this;
    }

    Layers<Attempt, Client> layers() {
        return layers;
    }

    boolean knows(Endpoint endpoint, Client.Method method) {
        return known.test(endpoint, method);
    }

    boolean needsProof(Endpoint endpoint, Client client) {
        return proofNeeded.test(endpoint, client);
    }

    boolean isRight(Password password) {
        return right.test(password);
    }

    Duration slowness(Endpoint endpoint, int failures) {
        return slowed.test(endpoint, failures) ? slowness : Duration.ZERO;
    }

    boolean basicFormEncoded() {
        return basicFormEncoded;
    }

    boolean twoMethodsRefused() {
        return twoMethodsRefused;
    }

    boolean challenging() {
        return challenging;
    }

    int failureStatus(boolean headerUsed) {
        return headerUsed ? statusWithHeader : statusWithoutHeader;
    }
}
