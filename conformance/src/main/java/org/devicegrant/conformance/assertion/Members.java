package org.devicegrant.conformance.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Outcomes about one member of a JSON object, and how it is shown without its value. */
public final class Members {
    private Members() {}

    /** A text with at least one character. */
    public static Outcome<JsonNode> text() {
        return Outcome.of(
                "a non-empty string", n -> n.isTextual() && !n.textValue().isEmpty());
    }

    /** Some value other than null. */
    public static Outcome<JsonNode> present() {
        return Outcome.of("a value", n -> !n.isMissingNode() && !n.isNull());
    }

    /** No such member. */
    public static Outcome<JsonNode> absent() {
        return Outcome.of("no such member", JsonNode::isMissingNode);
    }

    /** Its JSON type, and the value where it is a number or a boolean; texts are credentials more often than not. */
    public static String gist(JsonNode node) {
        if (node.isMissingNode()) {
            return "no such member";
        } else if (node.isNumber() || node.isBoolean()) {
            return node.asText();
        } else if (node.isTextual()) {
            return node.textValue().isEmpty() ? "an empty string" : "a string";
        }
        return "JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
