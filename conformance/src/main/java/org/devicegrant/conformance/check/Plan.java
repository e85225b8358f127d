package org.devicegrant.conformance.check;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.requirement.Testable;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/** Which checks a run makes, and what is said about every other requirement. */
final class Plan {
    private final Catalogue catalogue;
    private final Set<String> selected = new HashSet<>();
    private final Map<String, Method> checks = CheckIndex.methods();

    /** @throws IllegalArgumentException if a pattern of the selection matches nothing */
    Plan(Catalogue catalogue, RunOptions options) {
        this.catalogue = catalogue;
        options.selection().from(catalogue).forEach(requirement -> selected.add(requirement.id()));
    }

    /** The checks to run, in catalogue order. */
    List<Method> methods() {
        return requirements()
                .map(requirement -> Objects.requireNonNull(checks.get(requirement.id())))
                .toList();
    }

    /** The requirements whose checks run. */
    Stream<Requirement> requirements() {
        return catalogue.requirements().stream()
                .filter(requirement -> checks.containsKey(requirement.id()) && selected.contains(requirement.id()));
    }

    /** The checks that may run at the same time as others. */
    List<Method> early() {
        return methods().stream().filter(method -> !comesLate(method)).toList();
    }

    /** The checks that look at the whole run or may end it for others. */
    List<Method> late() {
        return methods().stream().filter(Plan::comesLate).toList();
    }

    /** The checks of some requirements. */
    List<Method> checking(Set<String> ids) {
        return methods().stream()
                .filter(method -> ids.contains(method.getAnnotation(Check.class).value()))
                .toList();
    }

    private static boolean comesLate(Method method) {
        return method.getDeclaringClass().isAnnotationPresent(Passive.class)
                || method.getDeclaringClass().isAnnotationPresent(ExclusiveLast.class);
    }

    /** One result for every requirement, in catalogue order. */
    List<CheckResult> complete(Map<String, CheckResult> results) {
        return catalogue.requirements().stream()
                .map(requirement -> result(requirement, results))
                .toList();
    }

    private CheckResult result(Requirement requirement, Map<String, CheckResult> results) {
        CheckResult result = results.get(requirement.id());
        if (result != null) {
            return result;
        }
        if (!selected.contains(requirement.id())) {
            return Verdicts.without(requirement, Verdict.SKIPPED, "not selected by --profile, --include and --exclude");
        }
        if (checks.containsKey(requirement.id())) {
            return Verdicts.without(requirement, Verdict.INCONCLUSIVE, "the check did not run to its end");
        }
        return Verdicts.without(
                requirement,
                requirement.testable() == Testable.MANUAL ? Verdict.INCONCLUSIVE : Verdict.NOT_TESTABLE,
                Objects.requireNonNullElse(requirement.reason(), "no black box can see it"));
    }
}
