package org.devicegrant.load.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalar members of a JSON object, read without building a tree: this runs once per answer. */
final class Members {
    /** Longer than any run, and short enough to be added to an instant in nanoseconds. */
    private static final double LONGEST_SECONDS = 100_000_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, String> values = new HashMap<>();

    private Members() {}

    /** The members, or null if the text is no JSON object. Members that are objects or arrays are passed over. */
    static @Nullable Members of(byte[] text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Members members = new Members();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    members.values.put(name, parser.getText());
                }
                parser.skipChildren();
            }
            return parser.currentToken() == JsonToken.END_OBJECT ? members : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Nullable String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A number of seconds, or the fallback if the member is missing or no number. */
    long seconds(String name, long fallback) {
        String value = text(name);
        try {
            return value == null ? fallback : (long) Math.min(LONGEST_SECONDS, Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
