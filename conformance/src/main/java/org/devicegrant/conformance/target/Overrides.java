package org.devicegrant.conformance.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts {@code path=value} over the file: {@code clients.public.client_id=tv}, {@code users[0].username=alice}. */
final class Overrides {
    private static final String HOW = "Write path=value, for example --set clients.public.client_id=tv.";

    private final Problems problems;

    Overrides(Problems problems) {
        this.problems = problems;
    }

    void apply(Node.Fields root, List<String> overrides) {
        for (String override : overrides) {
            int equals = override.indexOf('=');
            String path = equals < 0 ? override : override.substring(0, equals).strip();
            if (equals < 0 || !path.matches("[^.\\[\\]]++(?:\\.[^.\\[\\]]++|\\[\\d{1,4}]){0,20}+")) {
                problems.add(0, "--set " + path, "is not path=value", HOW);
            } else {
                apply(root, path, value(override.substring(equals + 1)));
            }
        }
    }

    /** Sets a text as it stands. */
    void set(Node.Fields root, String path, String text) {
        apply(root, path, new Node.Scalar(0, text, Node.Scalar.Type.TEXT));
    }

    private void apply(Node.Fields root, String path, @Nullable Node value) {
        List<String> names =
                new ArrayList<>(List.of(path.replace("[", ".").replace("]", "").split("\\.")));
        String last = names.remove(names.size() - 1);
        Node holder = root;
        for (int level = 0; level < names.size(); level++) {
            Node next = child(holder, names.get(level));
            if (next == null || next instanceof Node.Scalar) {
                String below = level + 1 < names.size() ? names.get(level + 1) : last;
                next = put(holder, names.get(level), empty(below), path);
            }
            holder = next;
        }
        put(holder, last, value == null ? new Node.Scalar(0, "", Node.Scalar.Type.NOTHING) : value, path);
    }

    private static @Nullable Node child(Node holder, String name) {
        if (holder instanceof Node.Fields mapping) {
            Node.Field field = mapping.fields().get(name);
            return field == null ? null : field.value();
        }
        List<Node> items = ((Node.Items) holder).items();
        return isIndex(name) && Integer.parseInt(name) < items.size() ? items.get(Integer.parseInt(name)) : null;
    }

    private Node put(Node holder, String name, Node value, String path) {
        if (holder instanceof Node.Fields mapping) {
            mapping.fields().put(name, new Node.Field(0, value));
            return value;
        }
        List<Node> items = ((Node.Items) holder).items();
        if (!isIndex(name) || Integer.parseInt(name) > items.size()) {
            problems.add(
                    0, "--set " + path, "\"" + name + "\" is no place in a list of " + items.size(), "Count from 0.");
        } else if (Integer.parseInt(name) == items.size()) {
            items.add(value);
        } else {
            items.set(Integer.parseInt(name), value);
        }
        return value;
    }

    private static Node empty(String below) {
        return isIndex(below) ? new Node.Items(0, new ArrayList<>()) : new Node.Fields(0, new LinkedHashMap<>());
    }

    private static boolean isIndex(String name) {
        return name.matches("\\d{1,4}");
    }

    /** Lists, mappings, quoted texts and null as in YAML; anything else is a text as it stands. */
    private @Nullable Node value(String text) {
        boolean yaml = text.matches("(?s)[\\[{\"'].*|null|~|");
        return yaml ? YamlReader.readValue(text, problems) : new Node.Scalar(0, text, Node.Scalar.Type.TEXT);
    }
}
