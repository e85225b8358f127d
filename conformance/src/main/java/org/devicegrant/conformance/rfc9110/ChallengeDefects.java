package org.devicegrant.conformance.rfc9110;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Servers that forget what HTTP asks of a 401. */
public final class ChallengeDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(new Defect(
                "challengesNobody",
                "Answers 401 without WWW-Authenticate.",
                Set.of("9110-401-www-authenticate"),
                "The 401 of * answers (*): expected a challenge, got no WWW-Authenticate; HTTP libraries*",
                server -> server.authentication().challenging(false)));
    }
}
