package org.devicegrant.conformance.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads JSON as a client would, and as strictly as RFC 8259 allows. */
public final class Json {
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder().maxNestingDepth(200).build();
    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    private Json() {}

    private static JsonMapper mapper(boolean strict) {
        var factory = new com.fasterxml.jackson.core.JsonFactoryBuilder()
                .streamReadConstraints(BOUNDS)
                .build();
        return JsonMapper.builder(factory)
                .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, strict)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The value in {@code text}, or nothing if it is not exactly one JSON value. */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = LENIENT.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with {@code text} as JSON without repeated members, or null. The text itself is not quoted. */
    public static @Nullable String problem(String text) {
        try {
            STRICT.readTree(text);
            return null;
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage();
            return message.startsWith("Duplicate") ? message : "not well-formed JSON";
        }
    }

    /** Names that occur more than once in the object that {@code text} is; empty if it is no object. */
    public static Set<String> repeatedMembers(String text) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new TreeSet<>();
        try (JsonParser parser = LENIENT.getFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Set.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (!seen.add(parser.currentName())) {
                    repeated.add(parser.currentName());
                }
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            // What was read before the fault counts; that the text is malformed is another question.
            return repeated;
        }
        return repeated;
    }
}
