package org.devicegrant.conformance.rfc9325;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Certificate;

/** Servers whose TLS protects nobody. */
public final class TlsDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("bcp195-tls-version-and-certificate");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "agreesToOldTls",
                        "Still negotiates TLS 1.0 and 1.1.",
                        FLAGGED,
                        "TLS 1.0 at *: expected refused, got accepted*TLS 1.1 at *: expected refused, got accepted*",
                        server -> server.transport().tls().on(true).oldVersionsToo(true)),
                new Defect(
                        "showsACertificateOfAnotherHost",
                        "Shows a certificate that names another host.",
                        FLAGGED,
                        "The certificate of *: expected a trusted one for this host, got one for another host*",
                        server -> server.transport().tls().on(true).certificate(Certificate.FOR_ANOTHER_HOST)),
                new Defect(
                        "showsAnExpiredCertificate",
                        "Shows a certificate that ended ten days ago.",
                        FLAGGED,
                        "*he end of the certificate of *: expected more than two weeks ahead, got 20*",
                        server -> server.transport().tls().on(true).certificate(Certificate.EXPIRED)));
    }
}
