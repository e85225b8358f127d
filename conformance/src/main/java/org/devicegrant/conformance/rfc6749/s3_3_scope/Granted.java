package org.devicegrant.conformance.rfc6749.s3_3_scope;

import java.util.Optional;
import java.util.Set;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Attributes;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.protocol.Scopes;

/**
 * What a device asked for, what the token answer says it got, and what the token stands for.
 *
 * @param answer the token answer
 * @param requested what the device asked for, empty if it named nothing
 * @param named the scope member of the answer
 * @param attributes what the server says about the token elsewhere
 */
record Granted(
        Answer answer, Optional<Set<String>> requested, Optional<Set<String>> named, Optional<Attributes> attributes) {
    /** Of a redeemed device. */
    static Granted of(Devices devices, Grants.Redeemed redeemed) {
        Answer answer = redeemed.token();
        Optional<String> requested =
                Optional.ofNullable(redeemed.device().issued().request().form().value("scope"));
        return new Granted(
                answer,
                requested.map(Scopes::of),
                Scopes.of(answer.member("scope")),
                devices.oracle()
                        .attributes(answer.member("access_token").asText())
                        .filter(attributes -> attributes.scope().isPresent()));
    }

    /**
     * Whether the token is for nothing beyond {@code limit}.
     *
     * @throws Inconclusive if neither the answer nor anybody else tells
     */
    boolean staysWithin(Set<String> limit) {
        return attributes
                .map(known -> known.staysWithin(limit))
                .or(() -> named.map(limit::containsAll))
                .orElseThrow(Granted::unknown);
    }

    /** The scope of the token as far as it can be told. */
    Set<String> scope() {
        return attributes.flatMap(Attributes::scope).or(() -> named).orElseThrow(Granted::unknown);
    }

    /** For people: the scope of the token. */
    String inWords() {
        return Scopes.inWords(scope());
    }

    static Inconclusive unknown() {
        return new Inconclusive(
                "the token answer names no scope and nothing else tells what the token is for",
                "give clients.introspection with endpoints.introspection");
    }
}
