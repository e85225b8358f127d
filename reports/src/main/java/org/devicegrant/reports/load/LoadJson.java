package org.devicegrant.reports.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;

/** {@code load.json}. Its JSON Schema is shipped beside this class as {@code load.schema.json}. */
public final class LoadJson {
    /** Version of the format. */
    public static final int SCHEMA = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private LoadJson() {}

    /** The report as JSON text that ends with a line feed. */
    public static String write(LoadReport report) {
        ObjectNode root = MAPPER.createObjectNode().put("schema", SCHEMA);
        root.setAll((ObjectNode) MAPPER.valueToTree(report));
        root.put("limited_by", word(report.limitedBy()));
        try {
            return PRETTY.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    /**
     * The report in a JSON text.
     *
     * @throws IllegalArgumentException if it is none, or of another version; the message says what is wrong
     */
    public static LoadReport read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree.path("schema").asInt() != SCHEMA || !(tree instanceof ObjectNode root)) {
                throw new IllegalArgumentException(
                        "schema " + tree.path("schema").asText("missing") + " instead of " + SCHEMA
                                + ": merge reports of the same version");
            }
            root.put("limited_by", root.path("limited_by").asText().toUpperCase(Locale.ROOT));
            return MAPPER.treeToValue(root, LoadReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no complete load report: " + e.getOriginalMessage(), e);
        }
    }

    private static String word(LimitedBy limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }
}
