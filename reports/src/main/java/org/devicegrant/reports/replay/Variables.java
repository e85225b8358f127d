package org.devicegrant.reports.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.devicegrant.reports.Json;
import org.devicegrant.reports.model.ExchangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which shell variable stands for which digest. A value that an earlier answer of the script brings is taken from that
 * answer; any other comes from the environment.
 */
final class Variables {

    private static final List<String> TAKEN = List.of("device_code", "access_token", "refresh_token");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> fromEnvironment = new LinkedHashMap<>();

    /**
     * A value to take from an answer.
     *
     * @param variable the shell variable
     * @param member the JSON member
     */
    record Taken(String variable, String member) {}

    /** The values to take from the answer of {@code exchange}, which get their variables here. */
    List<Taken> takenFrom(ExchangeRecord exchange) {
        JsonNode body = json(exchange.responseBody());
        return TAKEN.stream()
                .filter(member -> body.path(member).isTextual())
                .map(member -> new Taken(named(member, body.path(member).textValue()), member))
                .toList();
    }

    /** A reference to the variable that stands for the value of {@code part}, for double quotes. */
    String reference(FormPart part) {
        String known = names.get(part.value());
        return "$" + (known == null ? environment(part.name(), part.value()) : known);
    }

    /**
     * A reference for what a header carried: the last token that an answer of the script brings, or the environment.
     *
     * @param kind scheme of an Authorization header, for example {@code Basic}, or the name of another header
     * @param digest what stands in its place
     */
    String credentials(String kind, String digest) {
        Optional<String> token = names.values().stream()
                .filter(name -> name.startsWith("access_token"))
                .reduce((first, last) -> last);
        boolean bearer = kind.equalsIgnoreCase("Bearer");
        return "$" + (bearer && token.isPresent() ? token.get() : environment(kind + "_credentials", digest));
    }

    /** Variables that have to be set, in order of first use. */
    List<String> required() {
        return List.copyOf(fromEnvironment.values());
    }

    private String named(String member, String value) {
        return names.computeIfAbsent(value, absent -> numbered(member));
    }

    private String environment(String kind, String value) {
        return fromEnvironment.computeIfAbsent(
                value, absent -> numbered(kind).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_"));
    }

    private String numbered(String kind) {
        int count = counts.merge(kind, 1, Integer::sum);
        return count == 1 ? kind : kind + "_" + count;
    }

    /** The JSON object {@code body}, or a missing node. */
    static JsonNode json(@Nullable String body) {
        if (body == null || !body.stripLeading().startsWith("{")) {
            return Json.MAPPER.missingNode();
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            return Json.MAPPER.missingNode();
        }
    }
}
