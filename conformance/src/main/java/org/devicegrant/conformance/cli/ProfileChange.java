package org.devicegrant.conformance.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.conformance.check.ExitCodes;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Profile;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.compare.Regrading;
import org.devicegrant.reports.model.RunReport;

/** Looks at old evidence under another profile of this build's catalogue. */
final class ProfileChange {
    private ProfileChange() {}

    static RunReport to(Profile profile, RunReport run) {
        Map<String, Set<String>> profiles = new LinkedHashMap<>();
        for (Requirement requirement : Catalogue.load().requirements()) {
            profiles.put(
                    requirement.id(),
                    requirement.profiles().stream().map(Profile::word).collect(Collectors.toSet()));
        }
        Regrading regrading = new Regrading(profiles, results -> ExitCodes.of(results, false, false));
        return regrading.under(profile.word(), run);
    }
}
