package org.devicegrant.conformance.embedded;

import org.devicegrant.conformance.embedded.http.Certificate;

/** TLS in front of the server. Off as it is made, and conforming once it is on. */
public final class TlsRules {
    private boolean on;
    private boolean plainToo;
    private boolean oldVersionsToo;
    private Certificate certificate = Certificate.VALID;

    /** Whether the server is behind TLS, with 1.2 and 1.3. */
    public TlsRules on(boolean rule) {
        this.on = rule;
        return this;
    }

    /** Whether the same port serves requests without TLS besides. */
    public TlsRules plainToo(boolean rule) {
        this.plainToo = rule;
        return this;
    }

    /** Whether the server agrees to TLS 1.0 and 1.1; it says so and then hangs up, since Java cannot talk them. */
    public TlsRules oldVersionsToo(boolean rule) {
        this.oldVersionsToo = rule;
        return this;
    }

    /** What the server shows to prove its name. */
    public TlsRules certificate(Certificate rule) {
        this.certificate = rule;
        return this;
    }

    boolean on() {
        return on;
    }

    boolean plainToo() {
        return plainToo;
    }

    boolean oldVersionsToo() {
        return oldVersionsToo;
    }

    Certificate certificate() {
        return certificate;
    }
}
