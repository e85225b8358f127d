package org.devicegrant.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes the reference of the target file from its JSON Schema. */
public final class TargetKeys {
    /** How a person would call what the schema's definitions describe. */
    private static final Map<String, String> KINDS = Map.of(
            "address", "http or https address",
            "duration", "duration, for example `90s`, `15m` or `7d`",
            "flag", "`true` or `false`",
            "scope", "scope",
            "secret", "`\"${VARIABLE}\"`, `file:PATH` or the value");

    private final JsonNode schema;

    private TargetKeys(JsonNode schema) {
        this.schema = schema;
    }

    /** The document. */
    public static String markdown() throws IOException {
        try (InputStream in = TargetFile.class.getResourceAsStream("target.schema.json")) {
            return new TargetKeys(new ObjectMapper().readTree(Objects.requireNonNull(in))).document();
        }
    }

    private String document() {
        List<String> rows = new ArrayList<>();
        addKeysOf(schema, "", rows);
        rows.add("");
        rows.add("## Each of `clients`");
        rows.add("");
        rows.add("| key | what | value |");
        rows.add("|---|---|---|");
        addKeysOf(schema.at("/$defs/client"), "clients.*.", rows);
        rows.add("");
        rows.add("## Each of `approval.steps`");
        rows.add("");
        rows.add("| key | what | value |");
        rows.add("|---|---|---|");
        addKeysOf(schema.at("/$defs/step"), "approval.steps[].", rows);
        return """
                # The target file

                Written by `DocumentsTest` from
                [target.schema.json](src/main/resources/org/devicegrant/conformance/target/target.schema.json), which editors
                understand too; do not edit. `device-grant init` writes a file to start with, `device-grant doctor` tries each key.
                Whatever is left out makes the checks that need it `SKIPPED`, with the key named.

                `${NAME}` and `${NAME:-default}` are taken from the environment, in every value. `--set key=value` overrides a key
                for one run; list elements are written `users[0].username`.

                | key | what | value |
                |---|---|---|
                """ + String.join("\n", rows) + "\n";
    }

    private void addKeysOf(JsonNode node, String path, List<String> rows) {
        node.path("properties").fields().forEachRemaining(entry -> {
            String key = path + entry.getKey();
            JsonNode value = entry.getValue();
            rows.add("| `%s` | %s | %s |".formatted(key, text(value.path("description")), kind(value)));
            addKeysOf(value, key + ".", rows);
            addKeysOf(value.path("items"), key + "[].", rows);
        });
    }

    private static String text(JsonNode node) {
        return node.asText().replace("|", "\\|");
    }

    private String kind(JsonNode value) {
        List<String> words = new ArrayList<>();
        choices(value).ifPresentOrElse(words::add, () -> definition(value).ifPresent(words::add));
        if (value.has("default")) {
            words.add("default `" + value.path("default").asText() + "`");
        }
        return words.isEmpty() ? shape(value) : String.join("; ", words);
    }

    private static Optional<String> choices(JsonNode value) {
        return Stream.concat(Stream.of(value), elements(value.path("anyOf")))
                .filter(option -> option.has("enum"))
                .findFirst()
                .map(option -> elements(option.path("enum"))
                        .filter(choice -> !choice.isNull())
                        .map(choice -> "`" + choice.asText() + "`")
                        .collect(Collectors.joining(", ")));
    }

    private static Optional<String> definition(JsonNode value) {
        String reference = value.path("$ref").asText();
        return Optional.ofNullable(KINDS.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private static String shape(JsonNode value) {
        if (value.has("items")) {
            return "list";
        }
        if (value.has("properties") || value.has("allOf")) {
            return "keys below it";
        }
        return elements(value.path("type")).anyMatch(type -> type.asText().equals("object"))
                ? "keys of your own"
                : "text";
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
