package org.devicegrant.conformance.embedded.http.tls;

import java.util.List;

/**
 * How the server offers TLS.
 *
 * @param certificate what it shows
 * @param plainToo whether it also answers without TLS on the same port, which RFC 8628 section 3.1 forbids
 * @param oldToo whether it also agrees to TLS 1.1, which RFC 8996 forbids; it goes no further than the agreement
 * @param versions what it negotiates, by Java's names of them
 */
public record Tls(Certificate certificate, boolean plainToo, boolean oldToo, List<String> versions) {
    public Tls {
        versions = List.copyOf(versions);
    }

    /** As it should be, with a certificate for 127.0.0.1 and localhost. */
    public static Tls sound() {
        return new Tls(Certificate.forLoopback(), false, false, List.of("TLSv1.2", "TLSv1.3"));
    }

    /** With another certificate. */
    public Tls withCertificate(Certificate changed) {
        return new Tls(changed, plainToo, oldToo, versions);
    }

    /** Answering without TLS too. */
    public Tls withPlainToo() {
        return new Tls(certificate, true, oldToo, versions);
    }

    /** Agreeing to TLS 1.1 too. */
    public Tls withOldToo() {
        return new Tls(certificate, plainToo, true, versions);
    }

    /** Negotiating these versions alone. */
    public Tls withOnly(String... only) {
        return new Tls(certificate, plainToo, oldToo, List.of(only));
    }
}
