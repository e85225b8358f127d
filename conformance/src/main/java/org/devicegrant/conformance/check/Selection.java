package org.devicegrant.conformance.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Profile;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.requirement.Testable;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/** Which requirements a run is about: by profile, by id, by glob, by group. */
final class Selection {
    private final Catalogue catalogue;
    private final RunOptions options;
    private final Map<String, ?> checks;

    Selection(Catalogue catalogue, RunOptions options) {
        this.catalogue = catalogue;
        this.options = options;
        this.checks = CheckIndex.methods();
    }

    /**
     * Whether a requirement is to be checked.
     *
     * @param id its id
     */
    boolean selects(String id) {
        return catalogue.find(id).map(this::reasonToLeaveOut).orElse("unknown").isEmpty();
    }

    /** Why a requirement is left out, or empty. */
    private String reasonToLeaveOut(Requirement requirement) {
        if (!requirement.belongsTo(Profile.of(options.profile()))) {
            return "not part of the profile " + options.profile();
        }
        boolean included = options.include().isEmpty() || matches(options.include(), requirement);
        if (!included || matches(options.exclude(), requirement)) {
            return "left out by --include or --exclude";
        }
        return "";
    }

    private static boolean matches(List<String> patterns, Requirement requirement) {
        return patterns.stream()
                .anyMatch(p -> p.equals(requirement.group())
                        || glob(p).matcher(requirement.id()).matches());
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("((?<=[*?])|(?=[*?]))")) {
            regex.append(
                    switch (part) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        default -> Pattern.quote(part);
                    });
        }
        return Pattern.compile(regex.toString());
    }

    /** How many checks will run. */
    int size() {
        return (int) checks.keySet().stream().filter(this::selects).count();
    }

    /** The result of one requirement, also if no check ran for it. */
    CheckResult result(Requirement requirement, Map<String, CheckResult> results) {
        CheckResult result = results.get(requirement.id());
        if (result != null) {
            return result;
        }
        String leftOut = reasonToLeaveOut(requirement);
        if (!leftOut.isEmpty()) {
            return Verdicts.without(requirement, Verdict.SKIPPED, leftOut);
        }
        if (checks.containsKey(requirement.id())) {
            return Verdicts.without(requirement, Verdict.INCONCLUSIVE, "the check did not run to its end");
        }
        Verdict verdict =
                requirement.testable() == Testable.NOT_AT_ALL ? Verdict.NOT_TESTABLE : Verdict.INCONCLUSIVE;
        String reason = requirement.reason();
        return Verdicts.without(requirement, verdict, reason == null ? "not implemented yet" : reason);
    }
}
