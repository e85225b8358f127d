package org.devicegrant.conformance.rfc9325;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.TlsProbe;
import org.devicegrant.conformance.exchange.TlsProbe.Reply;
import org.devicegrant.conformance.exchange.TlsProbe.Trust;
import org.devicegrant.conformance.exchange.TlsVersion;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;

/** Which TLS the server talks, and who vouches for it. */
class TlsChecks {
    private static final Duration SOON = Duration.ofDays(14);
    private static final Outcome<Reply> ACCEPTED = Outcome.of("accepted", reply -> reply == Reply.ACCEPTED);
    private static final Outcome<Reply> REFUSED = Outcome.of("refused", reply -> reply == Reply.REFUSED);
    private static final Outcome<Reply> SILENCE = Outcome.of("no reply", reply -> reply == Reply.NONE);

    @Check("bcp195-tls-version-and-certificate")
    void theServerTalksTodaysTlsAndProvesItsName(Devices devices, Judge judge) {
        if (devices.target().http().proxy() != null) {
            throw new Inconclusive(
                    "connections go through http.proxy, which hides the server's TLS",
                    "run the check from where the server can be reached directly");
        }
        Map<String, TlsProbe> probes = probes(devices);
        if (probes.isEmpty()) {
            throw new NotApplicable("the server is not behind TLS; this was not tested");
        }
        for (TlsProbe probe : probes.values()) {
            judgeVersions(judge, probe);
            judgeCertificate(devices, judge, probe);
        }
    }

    private static Map<String, TlsProbe> probes(Devices devices) {
        Map<String, TlsProbe> probes = new LinkedHashMap<>();
        Stream.of(
                        devices.server().deviceAuthorization(),
                        devices.server().token(),
                        devices.start().verificationUri())
                .filter(address -> "https".equalsIgnoreCase(address.getScheme()))
                .map(address -> probe(devices, address))
                .forEach(probe -> probes.putIfAbsent(probe.where(), probe));
        return probes;
    }

    private static TlsProbe probe(Devices devices, URI address) {
        try {
            return new TlsProbe(
                    address,
                    devices.target().http().caFile(),
                    devices.target().http().timeout());
        } catch (IOException e) {
            throw new Inconclusive("http.ca_file cannot be used", "give PEM certificates");
        }
    }

    private static void judgeVersions(Judge judge, TlsProbe probe) {
        for (TlsVersion old : new TlsVersion[] {TlsVersion.TLS_1_0, TlsVersion.TLS_1_1}) {
            judge.expect(old + " at " + probe.where(), probe.offer(old), TlsChecks::words)
                    .learningNothingFrom(SILENCE, "the server does not answer an old ClientHello")
                    .otherwise("credentials and tokens travel under broken protection")
                    .toBe(REFUSED);
        }
        Reply tls12 = probe.offer(TlsVersion.TLS_1_2);
        Reply tls13 = probe.offer(TlsVersion.TLS_1_3);
        judge.expect("TLS 1.2 at " + probe.where(), tls12, TlsChecks::words)
                .tolerating(Outcome.of("refused", reply -> tls13 == Reply.ACCEPTED), "older clients have nothing newer")
                .learningNothingFrom(
                        Outcome.of("anything else", reply -> tls13 != Reply.ACCEPTED),
                        "no common cipher suite was found")
                .toBe(ACCEPTED);
        judge.expect("TLS 1.3 at " + probe.where(), tls13, TlsChecks::words)
                .tolerating(Outcome.of("anything else", reply -> true), "it should be offered today")
                .toBe(ACCEPTED);
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case ACCEPTED -> "accepted";
            case REFUSED -> "refused";
            case NONE -> "no reply";
        };
    }

    private static void judgeCertificate(Devices devices, Judge judge, TlsProbe probe) {
        boolean withoutOwnAuthority = devices.target().http().caFile() == null;
        Outcome<Trust> unknown =
                Outcome.of("unknown", trust -> trust == Trust.UNKNOWN_AUTHORITY && withoutOwnAuthority);
        judge.expect("the certificate of " + probe.where(), probe.trust(), TlsChecks::words)
                .learningNothingFrom(unknown, "name its CA in http.ca_file if it is a private one")
                .learningNothingFrom(Outcome.of("unseen", trust -> trust == Trust.UNSEEN), "no handshake succeeded")
                .otherwise("clients that verify it refuse to connect, and the others can be deceived")
                .toBe(Outcome.of("a trusted one for this host", trust -> trust == Trust.TRUSTED));
        Instant end = probe.certificateEnd();
        if (end != null) {
            Instant now = devices.wire().clock().wallTime();
            judge.expect("the end of the certificate of " + probe.where(), end, Instant::toString)
                    .tolerating(Outcome.of("ahead", at -> at.isAfter(now)), "it has to be renewed within two weeks")
                    .otherwise("clients that verify it refuse to connect")
                    .toBe(Outcome.of("more than two weeks ahead", at -> at.isAfter(now.plus(SOON))));
        }
    }

    private static String words(Trust trust) {
        return switch (trust) {
            case TRUSTED -> "a trusted one";
            case UNKNOWN_AUTHORITY -> "one from an unknown authority";
            case WRONG_NAME -> "one for another host";
            case EXPIRED -> "an expired one";
            case BROKEN -> "one with a broken chain";
            case UNSEEN -> "none";
        };
    }
}
