package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.tls.Tls;

/** Servers that can be used without TLS. */
public final class PlainHttpDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("8628-3.1-tls-only");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "listensWithoutTlsToo",
                        "Serves the same port with and without TLS.",
                        FLAGGED,
                        "*he device authorization endpoint without TLS on port *: expected neither codes nor polling,"
                                + " got 200 with codes*he token endpoint without TLS on port *got 400 *",
                        server -> server.transport().tls(Tls.sound().withPlainToo())),
                new Defect(
                        "leadsPeopleToPlainHttp",
                        "Gives a verification_uri that begins with http.",
                        FLAGGED,
                        "Verification_uri: expected https, got http*",
                        PlainHttpDefects::leadingAstray),
                new Defect(
                        "keepsItsPagesOnAnotherHostWithoutTls",
                        "Answers devices on this machine, and sends people to another one without TLS.",
                        FLAGGED,
                        "Verification_uri: expected https, got http; whoever is on the way reads the codes and the"
                                + " password; verification_uri_complete: expected https, got http; whoever is on the"
                                + " way reads the codes and the password.",
                        server -> server.onDevice((request, answer) ->
                                elsewhere(elsewhere(answer, "verification_uri"), "verification_uri_complete"))));
    }

    private static Answer elsewhere(Answer answer, String member) {
        return answer.textOf(member)
                .map(address -> answer.set(member, address.replaceFirst("^https?://[^/]+", "http://login.invalid")))
                .orElse(answer);
    }

    private static void leadingAstray(Behaviour server) {
        server.transport().tls(Tls.sound());
        server.onDevice((request, answer) -> plain(answer, "verification_uri"));
    }

    private static Answer plain(Answer answer, String member) {
        return answer.textOf(member)
                .map(address -> answer.set(member, address.replace("https:", "http:")))
                .orElse(answer);
    }
}
