package org.devicegrant.conformance.rfc6749.s2_3_client_authentication;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers that read a client's password in their own way. */
public final class TolerableCredentialDefects implements DefectSource {
    private static final Set<String> ENCODING = Set.of("6749-2.3.1-basic-percent-encoding");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "knowsBasicWithACapitalOnly",
                                "Compares the scheme of an Authorization header letter by letter.",
                                Set.of("6749-2.3.1-basic-supported"),
                                "The scheme written \"basic\" at * got 401 invalid_client: names of schemes have no case*",
                                server -> refusing(server, header -> header.startsWith("basic ")))
                        .onlyWarnedAbout(),
                new Defect(
                                "readsPasswordsAsTheyAre",
                                "Does not decode what stands in a Basic header.",
                                ENCODING,
                                "Form-encoded credentials got 401 invalid_client: they are accepted only without encoding*",
                                server -> server.authentication().basicFormEncoded(false))
                        .onlyWarnedAbout());
    }

    private static void refusing(Behaviour server, Predicate<String> header) {
        server.authentication().around((attempt, next) -> {
            if (attempt.request().header("Authorization").filter(header).isPresent()) {
                throw Refusal.invalidClient("The header is not understood")
                        .status(401)
                        .header("WWW-Authenticate", "Basic realm=\"clients\"");
            }
            return next.apply(attempt);
        });
    }
}
