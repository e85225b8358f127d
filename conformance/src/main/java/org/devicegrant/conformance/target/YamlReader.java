package org.devicegrant.conformance.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads YAML into {@link Node}s by its tokens. */
final class YamlReader {
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final YAMLParser parser;
    private final Problems problems;
    private final boolean lines;

    private YamlReader(YAMLParser parser, Problems problems, boolean lines) {
        this.parser = parser;
        this.problems = problems;
        this.lines = lines;
    }

    /** The only document of {@code text}, or null where there is none or it cannot be read. */
    static @Nullable Node read(String text, Problems problems) {
        return read(text, problems, true);
    }

    /** A value from the command line: YAML without lines. */
    static @Nullable Node readValue(String text, Problems problems) {
        return read(text, problems, false);
    }

    private static @Nullable Node read(String text, Problems problems, boolean lines) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            return new YamlReader(parser, problems, lines).document();
        } catch (JsonProcessingException e) {
            YamlFault.of(e).addTo(problems);
        } catch (IOException e) {
            problems.add(0, "", "the file cannot be read as text", "");
        }
        return null;
    }

    private @Nullable Node document() throws IOException {
        if (parser.nextToken() == null) {
            return null;
        }
        Node root = node("");
        if (parser.nextToken() != null) {
            problems.add(line(), "", "a second document starts here", "Keep one target per file.");
        }
        return root;
    }

    private Node node(String path) throws IOException {
        if (parser.isCurrentAlias()) {
            problems.add(
                    line(), path, "aliases (*name) are not supported", "Write the value out, or put it in quotes.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(path);
            case START_ARRAY -> items(path);
            case VALUE_NULL -> new Node.Scalar(line(), "", Node.Scalar.Type.NOTHING);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Node.Scalar.Type.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Scalar.Type.FLAG);
            default -> scalar(Node.Scalar.Type.TEXT);
        };
    }

    private Node scalar(Node.Scalar.Type type) throws IOException {
        return new Node.Scalar(line(), parser.getText(), type);
    }

    private Node items(String path) throws IOException {
        int line = line();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]"));
        }
        return new Node.Items(line, items);
    }

    private Node fields(String path) throws IOException {
        int line = line();
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int keyLine = line();
            String key = parser.currentName();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            Node.Field earlier = fields.put(key, new Node.Field(keyLine, node(keyPath)));
            if (earlier != null) {
                problems.add(keyLine, keyPath, "the key is already given in line " + earlier.line(), "Keep one.");
            }
        }
        return new Node.Fields(line, fields);
    }

    private int line() {
        return lines ? parser.currentTokenLocation().getLineNr() : 0;
    }
}
