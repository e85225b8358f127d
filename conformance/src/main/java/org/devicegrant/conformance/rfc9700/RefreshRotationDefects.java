package org.devicegrant.conformance.rfc9700;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Servers whose refresh tokens never change hands. */
public final class RefreshRotationDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(new Defect(
                "neverRotates",
                "Returns the same refresh token on every refresh of a public client.",
                Set.of("9700-4.14.2-public-refresh-rotation"),
                "The first refresh token, used again after 65 s: expected a refusal, got 200 with a token*",
                server -> server.tokens().rotated(false)));
    }
}
