package org.devicegrant.conformance.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.target.Preconditions;
import org.devicegrant.conformance.target.Target;

/** Which requirements cannot be checked for want of which keys. */
public final class SkippedChecks {
    private SkippedChecks() {}

    /** Ids by missing key, both in the order of the catalogue. A requirement that lacks two keys is under both. */
    public static Map<String, List<String>> byMissingKey(Target target, List<Requirement> requirements) {
        Map<String, List<String>> skipped = new LinkedHashMap<>();
        for (Requirement requirement : requirements) {
            for (String key : Preconditions.missing(target, requirement.needs())) {
                skipped.computeIfAbsent(key, missing -> new ArrayList<>()).add(requirement.id());
            }
        }
        return skipped;
    }
}
