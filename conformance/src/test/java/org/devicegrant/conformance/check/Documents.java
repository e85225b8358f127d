package org.devicegrant.conformance.check;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;

/** Writes {@code KILLS.md} and {@code COVERAGE.md} from the catalogue, the checks and the defects. */
final class Documents {
    private final Catalogue catalogue = Catalogue.load();
    private final Consequences consequences = Consequences.load();
    private final List<Defect> defects = new ArrayList<>(DefectsTest.defects());

    Documents() {
        defects.sort(Comparator.comparing(Defect::name));
    }

    /** Which defect is noticed by which requirement. */
    String kills() {
        StringBuilder text = new StringBuilder("""
                # Which check notices which defect

                Written by `DocumentsTest`; do not edit. The embedded server goes wrong in %d ways. `DefectsTest` proves that each
                defect turns the checks of the requirements it names to the verdict below, with a message that says why;
                `SelfTestIT` proves that it turns no others, except where the same cause shows in several places.

                ## By requirement

                | requirement | noticed defects |
                |---|---|
                """.formatted(defects.size()));
        for (Requirement requirement : catalogue.requirements()) {
            String names = named(requirement);
            if (!names.isEmpty()) {
                text.append("| ")
                        .append(requirement.id())
                        .append(" | ")
                        .append(names)
                        .append(" |\n");
            }
        }
        text.append("\n## By defect\n\n| defect | what the server does | noticed by |\n|---|---|---|\n");
        defects.forEach(defect -> text.append("| ")
                .append(String.join(" | ", "`" + defect.name() + "`", defect.misdeed(), noticed(defect)))
                .append(" |\n"));
        return text.append(shownElsewhere()).toString();
    }

    private String named(Requirement requirement) {
        return defects.stream()
                .filter(defect -> defect.flaggedBy().contains(requirement.id()))
                .map(defect -> "`" + defect.name() + "` (" + verdict(defect, requirement) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String verdict(Defect defect, Requirement requirement) {
        return defect.onlyWarned() ? "WARNING" : requirement.worst().name();
    }

    private static String noticed(Defect defect) {
        return String.join(", ", new TreeSet<>(defect.flaggedBy()));
    }

    private String shownElsewhere() {
        StringBuilder text = new StringBuilder("""

                ## Causes that show in several places

                | defect | may be noticed by, too | because |
                |---|---|---|
                """);
        for (Defect defect : defects) {
            Consequences.Consequence consequence = consequences.of(defect);
            if (!consequence.also().isEmpty()) {
                text.append("| `%s` | %s | %s |%n"
                        .formatted(defect.name(), String.join(", ", consequence.also()), consequence.because()));
            }
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** What answers each requirement, and what proves that, or why nothing does. */
    String coverage() {
        long checked = catalogue.requirements().stream()
                .filter(requirement -> CheckIndex.methods().containsKey(requirement.id()))
                .count();
        StringBuilder text = new StringBuilder(
                """
                # What each requirement is covered by

                Written by `DocumentsTest`; do not edit. %d of %d requirements have a check; for the others the reason is given.

                | requirement | level | source | check | defects that prove it |
                |---|---|---|---|---|
                """.formatted(checked, catalogue.requirements().size()));
        catalogue.requirements().forEach(requirement -> text.append(row(requirement)));
        return text.append(unprovoked()).toString();
    }

    private static String unprovoked() {
        StringBuilder text = new StringBuilder("""

                ## What no defect provokes

                | requirement | finding | because |
                |---|---|---|
                """);
        for (Unprovoked branch : Unprovoked.all()) {
            text.append("| ")
                    .append(String.join(" | ", branch.requirement(), branch.finding(), branch.because()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private String row(Requirement requirement) {
        Method method = CheckIndex.methods().get(requirement.id());
        String cells = method == null
                ? "none | " + Objects.requireNonNullElse(requirement.reason(), "")
                : "`" + method.getDeclaringClass().getName().replace("org.devicegrant.conformance.", "") + "."
                        + method.getName() + "` | " + named(requirement).replaceAll(" \\([A-Z]+\\)", "");
        return "| %s | %s | %s | %s |\n"
                .formatted(requirement.id(), requirement.level().word(), requirement.source(), cells);
    }
}
