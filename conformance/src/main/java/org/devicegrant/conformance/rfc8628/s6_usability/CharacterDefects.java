package org.devicegrant.conformance.rfc8628.s6_usability;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** User codes that nobody can type. */
public final class CharacterDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(new Defect(
                "separatesWithLookAlikeDashes",
                "The dash in the user code is one that no keyboard has",
                Set.of("8628-6.1-user-code-typable"),
                "The characters of user codes: expected visible ASCII, got characters that no keyboard has*",
                b -> b.onDevice((request, answer) -> answer.textOf("user_code")
                        .map(code -> answer.set("user_code", code.replace('-', '\u2010')))
                        .orElse(answer))));
    }
}
