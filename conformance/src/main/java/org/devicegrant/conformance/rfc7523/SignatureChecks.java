package org.devicegrant.conformance.rfc7523;

import static org.devicegrant.conformance.assertion.Answers.served;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Beacon;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.flow.Inconclusive;

/** Assertions that the client's key has not signed. */
class SignatureChecks {
    /** Leads nowhere, and nobody is asked for it (RFC 6761 section 6.4). */
    private static final URI NOWHERE = URI.create("https://keys.invalid/jwks.json");

    private static final int RSA_BITS = 2048;
    private static final Outcome<Answer> NOT_SERVED = Outcome.of("a refusal", answer -> !served().matches(answer));

    @Check("7523-3-bad-signature-rejected")
    void onlyTheRegisteredKeyOpensTheServer(Devices devices, Judge judge, Grants grants) {
        Keyed keyed = Keyed.of(devices, grants);
        List<Entrance> entrances = keyed.openEntrances(judge);
        JWK stranger = strangerTo(devices.protocol().authentication().key(keyed.client()));

        try (Beacon beacon = Beacon.serving(new JWKSet(stranger).toString(true))) {
            boolean near = isLoopback(devices.server().token());
            for (Forgery forgery : Forgery.all(stranger, near ? beacon.address() : NOWHERE)) {
                entrances.forEach(entrance -> judgeForgery(judge, keyed, entrance, forgery));
            }
            judge.expect("the address of keys in an assertion", beacon.visits(), n -> n + " visits")
                    .tolerating(Outcome.of("visits", n -> n > 0), "any client can make the server ask any address")
                    .toBe(Outcome.of("no visit", n -> n == 0));
        }
    }

    private static void judgeForgery(Judge judge, Keyed keyed, Entrance entrance, Forgery forgery) {
        judge.expect(
                        "an assertion " + forgery.how() + " at " + entrance,
                        keyed.sendInvalidSerialized(entrance, forgery.forged()))
                .otherwise("anybody can pass for this client")
                .toBe(NOT_SERVED);
    }

    /** A new key of the same kind under the same name. */
    private static JWK strangerTo(JWK key) {
        try {
            if (key instanceof ECKey ec) {
                return new ECKeyGenerator(ec.getCurve()).keyID(key.getKeyID()).generate();
            } else if (key instanceof OctetKeyPair pair) {
                return new OctetKeyPairGenerator(pair.getCurve())
                        .keyID(key.getKeyID())
                        .generate();
            }
            return new RSAKeyGenerator(RSA_BITS).keyID(key.getKeyID()).generate();
        } catch (JOSEException e) {
            throw new Inconclusive("this Java cannot make a key like that of the client", "use another Java runtime");
        }
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
