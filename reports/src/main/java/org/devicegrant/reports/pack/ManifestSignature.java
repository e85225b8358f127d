package org.devicegrant.reports.pack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * A JWS over the manifest with detached content (RFC 7515 appendix F). The public key lies in the header; whether to
 * trust it is for the reader to decide, by its thumbprint (RFC 7638) or by giving the key that is expected.
 */
final class ManifestSignature {

    private static final JOSEObjectType TYPE = new JOSEObjectType("device-grant-pack");

    private ManifestSignature() {}

    /**
     * Signs.
     *
     * @param key private RSA or EC key; its {@code alg}, if given, is used
     * @throws IllegalArgumentException if the key cannot sign
     */
    static byte[] sign(byte[] manifest, JWK key) {
        try {
            JWSSigner signer = signer(key);
            JWSHeader header = new JWSHeader.Builder(algorithm(key))
                    .type(TYPE)
                    .jwk(key.toPublicJWK())
                    .build();
            JWSObject jws = new JWSObject(header, new Payload(manifest));
            jws.sign(signer);
            return (jws.serialize(true) + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (JOSEException | IllegalStateException e) {
            throw new IllegalArgumentException("this key cannot sign an evidence pack: " + e.getMessage(), e);
        }
    }

    /**
     * Verifies and names the signer.
     *
     * @param trusted the key that must have signed; null accepts the one in the header
     * @return thumbprint of the key that signed
     * @throws PackRefused if the signature does not fit
     */
    static String verify(byte[] signature, byte[] manifest, @Nullable JWK trusted) {
        try {
            String compact = new String(signature, StandardCharsets.US_ASCII).strip();
            JWSObject jws = JWSObject.parse(compact, new Payload(manifest));
            JWK key = jws.getHeader().getJWK();
            if (key == null) {
                throw new PackRefused("the signature does not name its key");
            }
            String thumbprint = key.computeThumbprint().toString();
            if (trusted != null && !trusted.computeThumbprint().toString().equals(thumbprint)) {
                throw new PackRefused("the pack was signed by another key, with the thumbprint " + thumbprint);
            }
            if (!jws.verify(verifier(key))) {
                throw new PackRefused("the signature does not fit the manifest");
            }
            return thumbprint;
        } catch (ParseException | JOSEException | IllegalStateException e) {
            throw new PackRefused("the signature cannot be read: " + e.getMessage());
        }
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return new RSASSASigner(rsa);
        }
        if (key instanceof ECKey ec) {
            return new ECDSASigner(ec);
        }
        throw new JOSEException("it is neither RSA nor EC");
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa);
        }
        if (key instanceof ECKey ec) {
            return new ECDSAVerifier(ec);
        }
        throw new PackRefused("the signature was made with a key that is neither RSA nor EC");
    }

    private static JWSAlgorithm algorithm(JWK key) {
        if (key.getAlgorithm() != null) {
            return JWSAlgorithm.parse(key.getAlgorithm().getName());
        }
        if (key instanceof ECKey ec) {
            return Curve.P_521.equals(ec.getCurve())
                    ? JWSAlgorithm.ES512
                    : Curve.P_384.equals(ec.getCurve()) ? JWSAlgorithm.ES384 : JWSAlgorithm.ES256;
        }
        return JWSAlgorithm.PS256;
    }
}
