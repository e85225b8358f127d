package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every check can fail. {@code -Dcheck=NAME,REQUIREMENT} restricts it to defects with such a part in their name, or that
 * such a requirement notices.
 */
class DefectsTest {
    private static final List<String> ONLY =
            List.of(System.getProperty("check", "").split(",", -1));

    static List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        ServiceLoader.load(DefectSource.class).forEach(source -> defects.addAll(source.defects()));
        return defects;
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> eachDefectIsNoticedByTheChecksItNames() {
        List<Defect> wanted = defects().stream().filter(DefectsTest::wanted).toList();
        assertThat(wanted)
                .as("defects that are called \"%s\" or are to be noticed by it", ONLY)
                .isNotEmpty();
        return wanted.stream()
                .map(defect -> dynamicTest(defect.name() + " " + defect.flaggedBy(), () -> Proof.kills(defect)));
    }

    static boolean wanted(Defect defect) {
        return wanted(defect.name()) || ONLY.stream().anyMatch(defect.flaggedBy()::contains);
    }

    /** Whether somebody asked for this name, or for nothing in particular. */
    static boolean wanted(String name) {
        return ONLY.stream().anyMatch(name::contains);
    }

    @Test
    void namesAreUniqueAndRequirementsExist() {
        Catalogue catalogue = Catalogue.load();
        Set<String> names = new TreeSet<>();

        for (Defect defect : defects()) {
            assertThat(names.add(defect.name()))
                    .as("%s is unique", defect.name())
                    .isTrue();
            assertThat(defect.flaggedBy()).allMatch(id -> catalogue.find(id).isPresent());
        }
        assertThat(names).isNotEmpty();
    }

    @Test
    void everyCheckHasADefect() {
        Set<String> proven = new TreeSet<>();
        defects().forEach(defect -> proven.addAll(defect.flaggedBy()));

        Set<String> unproven = new TreeSet<>(CheckIndex.methods().keySet());
        unproven.removeAll(proven);

        assertThat(unproven).as("checks that no defect has ever turned").isEmpty();
    }

    @Test
    void everyCheckAnswersARequirementOfTheCatalogue() {
        Catalogue catalogue = Catalogue.load();

        assertThat(CheckIndex.methods().keySet())
                .allMatch(id -> catalogue.find(id).isPresent());
        assertThat(catalogue.requirements()).extracting(Requirement::id).doesNotHaveDuplicates();
    }
}
