package org.devicegrant.conformance.rfc7523;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.flow.Inconclusive;

/**
 * A way to make an assertion without the client's key.
 *
 * @param how for people
 * @param forged makes it from a good one
 */
record Forgery(String how, Function<Assertion, String> forged) {
    /**
     * All of them.
     *
     * @param stranger a key that is not registered
     * @param keys address where the stranger's public key can be read
     */
    static List<Forgery> all(JWK stranger, URI keys) {
        return List.of(
                new Forgery("with one byte of the signature changed", good -> garbled(good.signed())),
                new Forgery(
                        "signed by another key", good -> good.signedBy(stranger).signed()),
                new Forgery("with alg none", good -> new PlainObject(new PlainHeader(), good.payload()).serialize()),
                new Forgery("signed with HMAC and the public key in PEM", good -> hmac(good, pem(good.key()))),
                new Forgery(
                        "signed with HMAC and the public key as a JWK",
                        good -> hmac(good, good.key().toPublicJWK().toJSONString())),
                new Forgery(
                        "signed by another key that its header carries",
                        good -> good.signedBy(stranger)
                                .withHeader(
                                        header(good).jwk(stranger.toPublicJWK()).build())
                                .signed()),
                new Forgery(
                        "signed by another key that its header points to",
                        good -> good.signedBy(stranger)
                                .withHeader(header(good).jwkURL(keys).build())
                                .signed()));
    }

    private static JWSHeader.Builder header(Assertion good) {
        return new JWSHeader.Builder(good.header());
    }

    private static String garbled(String signed) {
        int dot = signed.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot));
        signature[signature.length / 2] ^= 1;
        return signed.substring(0, dot)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Works on servers that let the token choose how the registered key is used. */
    private static String hmac(Assertion good, String secret) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(good.header().getKeyID())
                    .build();
            JWSObject jws = new JWSObject(header, good.payload());
            jws.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new Inconclusive("this Java cannot sign with HS256", "use another Java runtime");
        }
    }

    private static String pem(JWK key) {
        try {
            byte[] encoded = ((AsymmetricJWK) key).toPublicKey().getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new Inconclusive("this Java cannot write the public key", "use another Java runtime");
        }
    }
}
