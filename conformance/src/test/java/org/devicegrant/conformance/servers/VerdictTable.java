package org.devicegrant.conformance.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The verdicts of several runs against one server. */
final class VerdictTable {

    private static final String TOO_LATE = "too late";

    private final String server;
    private final Map<String, Set<String>> chance;
    private final List<String> runs = new ArrayList<>();
    private final Map<String, List<String>> verdicts = new LinkedHashMap<>();

    /** @param chance verdicts that a requirement may have in turn, since the server itself is not the same each time */
    VerdictTable(String server, Map<String, Set<String>> chance) {
        this.server = server;
        this.chance = chance;
    }

    String server() {
        return server;
    }

    /** @param resultsJson read at once, the next run writes it again */
    void add(String kind, Path resultsJson) throws IOException {
        runs.add(kind);
        JsonNode report = new ObjectMapper().readTree(resultsJson.toFile());
        for (JsonNode result : report.path("results")) {
            verdicts.computeIfAbsent(result.path("id").asText(), id -> new ArrayList<>())
                    .add(
                            ExpectedResults.tooLate(result)
                                    ? TOO_LATE
                                    : result.path("verdict").asText());
        }
    }

    /**
     * Requirements with two verdicts and more. One that was lost to a busy machine, and says so, is none, nor is one that the
     * expectation leaves to the server's own chance.
     */
    Set<String> flakes() {
        return verdicts.entrySet().stream()
                .filter(entry -> differs(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean differs(String id, List<String> row) {
        Set<String> seen = new TreeSet<>(row);
        seen.remove(TOO_LATE);
        return seen.size() > 1 && !chance.getOrDefault(id, Set.of()).containsAll(seen);
    }

    /** The rows that are not the same all over. */
    String markdown() {
        StringBuilder text = new StringBuilder("## %s, %d runs%n%n".formatted(server, runs.size()));
        text.append("| requirement | ").append(String.join(" | ", runs)).append(" |\n|");
        text.append(" --- |".repeat(runs.size() + 1)).append('\n');
        verdicts.forEach((id, row) -> {
            if (row.stream().distinct().count() > 1) {
                text.append("| %s | %s |%n".formatted(id, String.join(" | ", row)));
            }
        });
        long same = verdicts.values().stream()
                .filter(row -> row.stream().distinct().count() == 1)
                .count();
        return text.append("\nThe same in every run: %d of %d. Different: %s.%n"
                        .formatted(same, verdicts.size(), flakes().isEmpty() ? "none" : flakes()))
                .toString();
    }
}
