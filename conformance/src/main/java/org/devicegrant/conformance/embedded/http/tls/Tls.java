package org.devicegrant.conformance.embedded.http.tls;

/**
 * How the server offers TLS.
 *
 * @param certificate what it shows
 * @param plainToo whether it also answers without TLS on the same port, which RFC 8628 section 3.1 forbids
 * @param oldToo whether it also agrees to TLS 1.1, which RFC 8996 forbids; it goes no further than the agreement
 */
public record Tls(Certificate certificate, boolean plainToo, boolean oldToo) {
    /** As it should be, with a certificate for 127.0.0.1 and localhost. */
    public static Tls sound() {
        return new Tls(Certificate.forLoopback(), false, false);
    }

    /** With another certificate. */
    public Tls withCertificate(Certificate changed) {
        return new Tls(changed, plainToo, oldToo);
    }

    /** Answering without TLS too. */
    public Tls withPlainToo() {
        return new Tls(certificate, true, oldToo);
    }

    /** Agreeing to TLS 1.1 too. */
    public Tls withOldToo() {
        return new Tls(certificate, plainToo, true);
    }
}
