package org.devicegrant.conformance.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.requirement.Testable;
import org.devicegrant.reports.model.Verdict;

/**
 * The expectation file of one known server. Whatever it does not name has to pass, unless no run can judge it against any
 * server, so a difference in either direction shows: a deviation that is gone as well as one that is new.
 */
final class ExpectedResults {

    private static final Path FILES = Path.of("src", "it", "known-servers");
    private static final Set<Testable> BEYOND_RUNS = Set.of(Testable.NOT_AT_ALL, Testable.MANUAL);
    /** More verdicts than this lost to a busy machine, and the run has shown too little. */
    private static final int MOST_TOO_LATE = 10;

    private static final String UNCHECKED = "Not implemented yet.";
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private final Path file;
    private final Map<String, ExpectedResult> entries;

    private ExpectedResults(Path file, Map<String, ExpectedResult> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * The committed files of a server: what is known of {@code spring-jdbc} stands in {@code spring.yaml}, unless
     * {@code spring-jdbc.yaml} says otherwise. Not every setting needs a file of its own.
     */
    static ExpectedResults of(String server) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int end = server.indexOf('-'); end >= 0; end = server.indexOf('-', end + 1)) {
            files.add(FILES.resolve(server.substring(0, end) + ".yaml"));
        }
        files.add(FILES.resolve(server + ".yaml"));
        return read(files.stream().filter(Files::exists).toArray(Path[]::new));
    }

    /**
     * Reads files; what a later one says of a requirement counts.
     *
     * @throws IllegalArgumentException naming the file and the entry if something in it cannot be meant
     */
    static ExpectedResults read(Path... files) throws IOException {
        if (files.length == 0) {
            throw new IllegalArgumentException("nothing below " + FILES + " is about this server");
        }
        Map<String, ExpectedResult> entries = new LinkedHashMap<>();
        for (Path file : files) {
            entries.putAll(readOne(file));
        }
        return new ExpectedResults(files[files.length - 1], entries);
    }

    private static Map<String, ExpectedResult> readOne(Path file) throws IOException {
        Map<String, ExpectedResult> entries = new LinkedHashMap<>();
        for (ExpectedResult entry : list(file)) {
            if (entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException(file + ": " + entry.id() + " stands there twice");
            }
        }
        return entries;
    }

    private static List<ExpectedResult> list(Path file) throws IOException {
        try {
            return YAML.readValue(Files.readString(file), new TypeReference<List<ExpectedResult>>() {});
        } catch (JsonProcessingException e) {
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new IllegalArgumentException(file + ": " + reason, e);
        }
    }

    /** The verdicts that a requirement may have. */
    Set<Verdict> verdicts(Requirement requirement) {
        ExpectedResult entry = entries.get(requirement.id());
        if (entry != null) {
            return Set.copyOf(entry.verdict());
        }
        return BEYOND_RUNS.contains(requirement.testable())
                ? Set.of(Verdict.INCONCLUSIVE, Verdict.NOT_TESTABLE)
                : Set.of(Verdict.PASS);
    }

    /** What the server itself decides one way or the other from run to run: several verdicts by requirement. */
    Map<String, Set<String>> chance() {
        return entries.values().stream()
                .filter(entry -> entry.verdict().size() > 1)
                .collect(Collectors.toMap(
                        ExpectedResult::id,
                        entry -> entry.verdict().stream().map(Verdict::name).collect(Collectors.toSet())));
    }

    /** The requirements that the server is known to miss, wholly or in part. */
    List<String> deviations() {
        return entries.values().stream()
                .filter(entry -> entry.verdict().contains(Verdict.FAIL)
                        || entry.verdict().contains(Verdict.WARNING))
                .map(ExpectedResult::id)
                .toList();
    }

    /**
     * What a run could not judge and should have been able to. A server and a machine may have bad moments, so these are
     * worth being asked again, alone; a verdict that was reached is final.
     */
    List<String> unsettled(Path resultsJson) throws IOException {
        return results(resultsJson).values().stream()
                .filter(result -> result.path("verdict").asText().equals(Verdict.INCONCLUSIVE.name()))
                .filter(result -> {
                    ExpectedResult expected = entries.get(id(result));
                    return expected == null ? deviates(result) : !expected.covers(result);
                })
                .map(ExpectedResults::id)
                .toList();
    }

    private static Map<String, JsonNode> results(Path resultsJson) throws IOException {
        Map<String, JsonNode> results = new LinkedHashMap<>();
        for (JsonNode result : new ObjectMapper().readTree(resultsJson.toFile()).path("results")) {
            results.put(id(result), result);
        }
        return results;
    }

    /**
     * Compares with the {@code results.json} of a run; one line for each difference, none if all is as expected.
     *
     * @param askedAgain results of later runs of some of the checks, which count instead of the first
     */
    List<String> differencesFrom(Path resultsJson, Path... askedAgain) throws IOException {
        Map<String, JsonNode> results = results(resultsJson);
        for (Path later : askedAgain) {
            results(later)
                    .forEach((id, result) -> results.computeIfPresent(id, (same, first) -> {
                        return unselected(result) ? first : result;
                    }));
        }
        Map<String, ExpectedResult> unseen = new LinkedHashMap<>(entries);
        List<String> differences = new ArrayList<>();
        int late = 0;
        for (JsonNode result : results.values()) {
            ExpectedResult expected = unseen.remove(result.path("id").asText());
            if (unselected(result)) {
                continue;
            }
            if (tooLate(result) && ++late <= MOST_TOO_LATE) {
                continue;
            }
            if (expected == null && deviates(result)) {
                differences.add("+ %s is new: %s".formatted(id(result), found(result)));
            } else if (expected != null && !expected.covers(result)) {
                differences.add("! %s was %s%n    and is now %s".formatted(id(result), expected, found(result)));
            }
        }
        unseen.values().forEach(entry -> differences.add("- %s was %s and has no result".formatted(entry.id(), entry)));
        return differences;
    }

    private static boolean unselected(JsonNode result) {
        return result.path("message").asText().startsWith("Not selected");
    }

    /** A busy machine may make a verdict inconclusive, and then says so; it may never make a wrong one. */
    static boolean tooLate(JsonNode result) {
        return result.path("verdict").asText().equals(Verdict.INCONCLUSIVE.name())
                && result.path("message").asText().contains("on a less busy machine");
    }

    private static boolean deviates(JsonNode result) {
        boolean passes = result.path("verdict").asText().equals(Verdict.PASS.name());
        boolean saysNothing = result.path("message").asText().equals(UNCHECKED)
                || CATALOGUE
                        .find(id(result))
                        .map(Requirement::testable)
                        .filter(BEYOND_RUNS::contains)
                        .isPresent();
        return !passes && !saysNothing;
    }

    /**
     * Fails with all differences.
     *
     * @param version version of the server that was running
     * @param askedAgain as in {@link #differencesFrom}
     */
    void assertMatches(Path resultsJson, String version, Path... askedAgain) throws IOException {
        List<String> differences = differencesFrom(resultsJson, askedAgain);
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "%d differences between %s and %s (server version %s). Look at the exchanges of each, then mend the check or the file:%n%s"
                            .formatted(
                                    differences.size(),
                                    file,
                                    resultsJson,
                                    version,
                                    String.join(System.lineSeparator(), differences)));
        }
    }

    private static String id(JsonNode result) {
        return result.path("id").asText();
    }

    private static String found(JsonNode result) {
        return "%s \"%s\", exchanges %s"
                .formatted(
                        result.path("verdict").asText(), result.path("message").asText(), result.path("exchanges"));
    }
}
