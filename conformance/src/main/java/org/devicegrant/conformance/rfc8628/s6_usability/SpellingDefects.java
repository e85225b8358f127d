package org.devicegrant.conformance.rfc8628.s6_usability;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.UserCodes;
import org.devicegrant.conformance.embedded.page.Entry;

/** Servers that read user codes by the letter. */
public final class SpellingDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "tellsSmallLettersFromCapitals",
                        "User codes must be typed in capitals.",
                        Set.of("8628-6.1-case-insensitive-entry"),
                        "*the user code in small letters: expected accepted*",
                        server -> server.codes().normaliser(UserCodes.caseSensitive())),
                new Defect(
                        "refusesItsOwnDash",
                        "User codes are shown with a dash and refused with it.",
                        Set.of("8628-6.1-punctuation-and-stray-characters"),
                        "*the user code as it was issued: expected accepted*",
                        server -> server.pages()
                                .aroundEntry((entry, next) ->
                                        entry.typed().contains("-") ? Entry.Outcome.WRONG : next.apply(entry))),
                new Defect(
                                "insistsOnItsDash",
                                "User codes must be typed with the dash that they are shown with.",
                                Set.of("8628-6.1-punctuation-and-stray-characters"),
                                "The user code without separators got*: users do type it that way*",
                                server -> server.pages()
                                        .aroundEntry((entry, next) ->
                                                entry.typed().contains("-") ? next.apply(entry) : Entry.Outcome.WRONG))
                        .onlyWarnedAbout());
    }
}
