package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed table says what the expectation files say. */
class KnownServersMatrixTest {

    private static final Path MATRIX = Path.of("src", "it", "known-servers", "matrix.md");

    private static final Map<String, Verdict> SIGNS = Map.of(
            "✅", Verdict.PASS,
            "❌", Verdict.FAIL,
            "⚠️", Verdict.WARNING,
            "❔", Verdict.INCONCLUSIVE,
            "➖", Verdict.SKIPPED,
            "∅", Verdict.NOT_TESTABLE);

    /** A busy machine may have cost the run that the table shows a verdict, as {@link ExpectedResults} allows it. */
    private static final int MOST_LOST = 3;

    private static List<String> servers;
    private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws Exception {
        List<List<String>> table = Files.readAllLines(MATRIX).stream()
                .filter(line -> line.startsWith("| "))
                .map(KnownServersMatrixTest::cells)
                .toList();
        servers = fromThirdColumn(table.get(0));
        table.stream().skip(3).forEach(row -> ROWS.put(row.get(0), fromThirdColumn(row)));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|"))
                .skip(1)
                .map(String::strip)
                .map(cell -> cell.replace("\\", ""))
                .toList();
    }

    private static List<String> fromThirdColumn(List<String> row) {
        return row.subList(2, row.size());
    }

    @Test
    void hasARowForEachRequirement() {
        assertThat(ROWS.keySet())
                .containsExactlyElementsOf(Catalogue.load().requirements().stream()
                        .map(Requirement::id)
                        .toList());
    }

    @Test
    void everyCellIsAsExpected() throws Exception {
        assertThat(servers).isNotEmpty();
        for (int column = 0; column < servers.size(); column++) {
            ExpectedResults expected = ExpectedResults.of(servers.get(column));
            int lost = 0;
            for (Requirement requirement : Catalogue.load().requirements()) {
                Set<Verdict> verdicts = expected.verdicts(requirement);
                Verdict shown = SIGNS.get(ROWS.get(requirement.id()).get(column));
                if (shown == Verdict.INCONCLUSIVE && !verdicts.contains(shown) && ++lost <= MOST_LOST) {
                    continue;
                }
                assertThat(shown)
                        .as("%s of %s in %s", requirement.id(), servers.get(column), MATRIX)
                        .isIn(verdicts);
            }
        }
    }
}
