package org.devicegrant.conformance.embedded.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A certificate with its key and an authority of its own, made on the spot, so that no key lies in the repository.
 * Whoever trusts {@link #pem()} trusts this server alone.
 */
public final class Certificate {
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final int EXPLICIT_VERSION = 0xA0;
    private static final int EXPLICIT_EXTENSIONS = 0xA3;
    private static final String AUTHORITY = "Authority of an embedded server";
    private static final String SERVER = "Embedded authorization server";

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final X509Certificate authority;

    private Certificate(KeyPair keys, X509Certificate certificate, X509Certificate authority) {
        this.keys = keys;
        this.certificate = certificate;
        this.authority = authority;
    }

    /** For 127.0.0.1 and localhost, valid for a year. */
    public static Certificate forLoopback() {
        Instant now = Instant.now();
        return of(List.of("127.0.0.1", "localhost"), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(365)));
    }

    /** For other hosts (names or IPv4 addresses), or another time; its authority is valid in any case. */
    public static Certificate of(List<String> hosts, Instant from, Instant until) {
        try {
            KeyPair signing = newKeys();
            KeyPair keys = newKeys();
            byte[] constraints =
                    Der.sequence(Der.object(BASIC_CONSTRAINTS), Der.yes(), Der.octets(Der.sequence(Der.yes())));
            byte[] names = Der.sequence(
                    Der.object(ALTERNATIVE_NAMES),
                    Der.octets(
                            Der.sequence(hosts.stream().map(Certificate::host).toArray(byte[][]::new))));
            byte[] always =
                    Der.sequence(Der.time(Instant.EPOCH), Der.time(Instant.EPOCH.plus(Duration.ofDays(36_500))));
            byte[] lifetime = Der.sequence(Der.time(from), Der.time(until));
            return new Certificate(
                    keys,
                    signed(signing, body(SERVER, lifetime, keys, names)),
                    signed(signing, body(AUTHORITY, always, signing, constraints)));
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This Java runtime cannot make certificates", unavailable);
        }
    }

    /** Whether it is for the loopback interface and for now. */
    public boolean convincing() {
        try {
            certificate.checkValidity();
            return String.valueOf(certificate.getSubjectAlternativeNames()).contains("127.0.0.1");
        } catch (CertificateException overOrMalformed) {
            return false;
        }
    }

    /** The authority, as a file of authorities. */
    public String pem() {
        try {
            String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(authority.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The certificate was parsed before", impossible);
        }
    }

    /** Key and certificate, under {@code password}. */
    public KeyStore keyStore(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            X509Certificate[] chain = {certificate, authority};
            store.setKeyEntry("server", keys.getPrivate(), password.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException | IOException unavailable) {
            throw new IllegalStateException("This Java runtime cannot keep keys", unavailable);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate signed(KeyPair signing, byte[] body) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(signing.getPrivate());
        signer.update(body);
        byte[] whole = Der.sequence(body, algorithm(), Der.bits(signer.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] body(String subject, byte[] lifetime, KeyPair keys, byte[] extension) {
        return Der.sequence(
                Der.tagged(EXPLICIT_VERSION, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(127, new SecureRandom()).setBit(0)),
                algorithm(),
                name(AUTHORITY),
                lifetime,
                name(subject),
                keys.getPublic().getEncoded(),
                Der.tagged(EXPLICIT_EXTENSIONS, Der.sequence(extension)));
    }

    private static byte[] name(String common) {
        return Der.sequence(Der.set(Der.sequence(Der.object(COMMON_NAME), Der.text(common))));
    }

    private static byte[] algorithm() {
        return Der.sequence(Der.object(ECDSA_WITH_SHA256));
    }

    private static byte[] host(String host) {
        boolean address = host.matches("[0-9.]+");
        try {
            return address
                    ? Der.tagged(IP_ADDRESS, InetAddress.getByName(host).getAddress())
                    : Der.tagged(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("Not an IPv4 address: " + host, malformed);
        }
    }
}
