package org.devicegrant.conformance.exchange;

/** Versions of TLS, by the number that a ClientHello offers (RFC 5246 appendix E.1, RFC 8446 section 4.1.2). */
public enum TlsVersion {
    TLS_1_0("TLS 1.0", "TLSv1", 0x0301),
    TLS_1_1("TLS 1.1", "TLSv1.1", 0x0302),
    TLS_1_2("TLS 1.2", "TLSv1.2", 0x0303),
    TLS_1_3("TLS 1.3", "TLSv1.3", 0x0304);

    private final String words;
    private final String javaName;
    private final int number;

    TlsVersion(String words, String javaName, int number) {
        this.words = words;
        this.javaName = javaName;
        this.number = number;
    }

    /** What Java calls it. */
    String javaName() {
        return javaName;
    }

    int number() {
        return number;
    }

    @Override
    public String toString() {
        return words;
    }
}
