package org.devicegrant.conformance.rfc9325;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.tls.Certificate;
import org.devicegrant.conformance.embedded.http.tls.Tls;

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
                        server -> server.transport().tls(Tls.sound().withOldToo())),
                new Defect(
                        "showsACertificateOfAnotherHost",
                        "Shows a certificate that names another host.",
                        FLAGGED,
                        "The certificate of *: expected a trusted one for this host, got one for another host*",
                        server -> server.transport().tls(showing(List.of("other.example"), 365))),
                new Defect(
                        "showsAnExpiredCertificate",
                        "Shows a certificate that ended ten days ago.",
                        FLAGGED,
                        "The certificate of *: expected a trusted one for this host, got an expired one*",
                        server -> server.transport().tls(showing(List.of("127.0.0.1", "localhost"), -10))),
                new Defect(
                                "letsItsCertificateRunOut",
                                "Shows a certificate that ends in ten days.",
                                FLAGGED,
                                "The end of the certificate of * got *: it has to be renewed within two weeks*",
                                server -> server.transport().tls(showing(List.of("127.0.0.1", "localhost"), 10)))
                        .onlyWarnedAbout(),
                new Defect(
                                "knowsNoTlsOfToday",
                                "Negotiates TLS 1.2 and nothing newer.",
                                FLAGGED,
                                "TLS 1.3 at * got refused: it should be offered today*",
                                server -> server.transport().tls(Tls.sound().withOnly("TLSv1.2")))
                        .onlyWarnedAbout(),
                new Defect(
                                "knowsOnlyTlsOfToday",
                                "Negotiates TLS 1.3 and nothing older.",
                                FLAGGED,
                                "TLS 1.2 at * got refused: older clients have nothing newer*",
                                server -> server.transport().tls(Tls.sound().withOnly("TLSv1.3")))
                        .onlyWarnedAbout());
    }

    private static Tls showing(List<String> hosts, int daysLeft) {
        Instant now = Instant.now();
        return Tls.sound()
                .withCertificate(
                        Certificate.of(hosts, now.minus(Duration.ofDays(20)), now.plus(Duration.ofDays(daysLeft))));
    }
}
