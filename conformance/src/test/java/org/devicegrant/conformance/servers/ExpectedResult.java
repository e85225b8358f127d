package org.devicegrant.conformance.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a known server is expected to be told about one requirement.
 *
 * @param id the requirement
 * @param verdict the verdict; more than one only where chance decides, as in a race that the server does not always lose
 * @param message glob on the message, {@code *} for any text
 * @param version version of the server on which a person has looked at the exchanges
 * @param verified what that person saw
 */
record ExpectedResult(String id, List<Verdict> verdict, String message, String version, String verified) {

    ExpectedResult(
            @Nullable String id,
            @Nullable List<Verdict> verdict,
            @Nullable String message,
            @Nullable String version,
            @Nullable String verified) {
        this.id = required("id", id, "?");
        this.verdict = List.copyOf(required("verdict", verdict, this.id));
        this.message = required("message", message, this.id);
        this.version = required("version", version, this.id);
        this.verified = required("verified", verified, this.id);
    }

    private static <T> T required(String key, @Nullable T value, String id) {
        boolean empty = value instanceof String text && text.isBlank()
                || value instanceof Collection<?> several && several.isEmpty();
        if (value == null || empty) {
            throw new IllegalArgumentException("entry " + id + " has no " + key);
        }
        return Objects.requireNonNull(value);
    }

    /** Whether a result of {@code results.json} is the expected one. */
    boolean covers(JsonNode result) {
        return verdict.stream()
                        .anyMatch(v -> v.name().equals(result.path("verdict").asText()))
                && glob().matcher(result.path("message").asText()).matches();
    }

    private Pattern glob() {
        return Pattern.compile(
                Arrays.stream(message.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    @Override
    public String toString() {
        String verdicts = verdict.stream().map(Verdict::name).collect(Collectors.joining(" or "));
        return verdicts + " \"" + message + "\" (verified on " + version + ")";
    }
}
