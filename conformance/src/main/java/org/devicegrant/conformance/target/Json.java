package org.devicegrant.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes a piece of the file as JSON, for values that are the server's business. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** The mapping under {@code key} as a JSON object, or null. */
    static @Nullable String of(Section section, String key) {
        Node node = section.node(key);
        if (node != null && !(node instanceof Node.Fields)) {
            section.problem(
                    key,
                    "a mapping is expected here, not " + node.kind(),
                    "Write it as JSON or YAML, without quotes around it.");
        }
        return node instanceof Node.Fields ? json(node).toString() : null;
    }

    private static JsonNode json(Node node) {
        if (node instanceof Node.Fields mapping) {
            ObjectNode object = NODES.objectNode();
            mapping.fields().forEach((key, field) -> object.set(key, json(field.value())));
            return object;
        }
        if (node instanceof Node.Items list) {
            ArrayNode array = NODES.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return json((Node.Scalar) node);
    }

    private static JsonNode json(Node.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> NODES.textNode(scalar.text());
            case NUMBER -> number(scalar.text());
            case FLAG -> NODES.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> NODES.nullNode();
        };
    }

    /** YAML knows numbers that JSON does not, such as 0x1F; those stay text. */
    private static JsonNode number(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,9})?")
                ? NODES.numberNode(new BigDecimal(text))
                : NODES.textNode(text);
    }
}
