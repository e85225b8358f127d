package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.target.TargetKeys;
import org.junit.jupiter.api.Test;

/** The documents that say what is checked and proven are those of this very state. {@code -Dregenerate} writes them. */
class DocumentsTest {
    private static final String COMMAND = "mvn -q -pl conformance -am test -Dtest=DocumentsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate";

    private final Documents documents = new Documents();

    @Test
    void killsAreUpToDate() throws IOException {
        compare("KILLS.md", documents.kills());
    }

    @Test
    void coverageIsUpToDate() throws IOException {
        compare("COVERAGE.md", documents.coverage());
    }

    @Test
    void referenceOfTheTargetFileIsUpToDate() throws IOException {
        compare("TARGET.md", TargetKeys.markdown());
    }

    private static void compare(String name, String text) throws IOException {
        Path file = Path.of(System.getProperty("basedir", "."), name);
        if (System.getProperty("regenerate") != null) {
            Files.writeString(file, text);
        }
        List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
        List<String> changed = text.lines().filter(line -> !kept.contains(line)).toList();
        assertThat(changed)
                .as("conformance/%s is stale; write it again with%n%s%n", name, COMMAND)
                .isEmpty();
        assertThat(kept.equals(text.lines().toList()))
                .as("conformance/%s has just these lines in this order; write it again with%n%s%n", name, COMMAND)
                .isTrue();
    }

    @Test
    void whatIsNotProvokedIsOfTheCatalogue() {
        Catalogue catalogue = Catalogue.load();

        assertThat(Unprovoked.all()).allSatisfy(branch -> {
            assertThat(catalogue.find(branch.requirement())).isPresent();
            assertThat(branch.because()).isNotBlank();
        });
    }

    @Test
    void consequencesNameDefectsAndRequirementsThatExist() {
        Consequences consequences = Consequences.load();
        Catalogue catalogue = Catalogue.load();

        assertThat(DefectsTest.defects().stream().map(Defect::name).collect(Collectors.toSet()))
                .containsAll(consequences.ofDefects().keySet());
        consequences.ofDefects().forEach((defect, consequence) -> {
            assertThat(consequence.because()).as(defect).isNotBlank();
            assertThat(consequence.also())
                    .as(defect)
                    .isNotEmpty()
                    .allMatch(id -> catalogue.find(id).isPresent());
            assertThat(new TreeSet<>(consequence.also())).as(defect).hasSameSizeAs(consequence.also());
        });
    }
}
