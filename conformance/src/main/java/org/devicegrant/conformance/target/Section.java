package org.devicegrant.conformance.target;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.devicegrant.conformance.requirement.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the target file while it is read: values by key, problems with their place. The keys that are asked for
 * are the known ones; {@link #finish()} names the others.
 */
final class Section {
    private final Context context;
    private final String path;
    private final int line;
    private final @Nullable Map<String, Node.Field> fields;
    private final Set<String> known = new TreeSet<>();

    /** What all sections of one file share. */
    record Context(Variables variables, Path directory, Problems problems, Map<String, Set<String>> vocabulary) {}

    private Section(Context context, String path, int line, @Nullable Map<String, Node.Field> fields) {
        this.context = context;
        this.path = path;
        this.line = line;
        this.fields = fields;
    }

    /** The whole file. */
    static Section root(Context context, Node.Fields fields) {
        return new Section(context, "", 0, fields.fields());
    }

    /** Whether the file has this mapping. */
    boolean present() {
        return fields != null;
    }

    /** Whether the key has a value. */
    boolean has(String key) {
        return node(key) != null;
    }

    /** The mapping under {@code key}; not {@link #present()} if there is none. */
    Section section(String key) {
        Node node = node(key);
        if (node instanceof Node.Fields mapping) {
            return new Section(context, pathOf(key), lineOf(key), mapping.fields());
        }
        if (node != null) {
            problem(key, "a mapping is expected here, not " + node.kind(), "Write keys and values below it.");
        }
        return new Section(context, pathOf(key), lineOf(key), null);
    }

    /** The mappings in the list under {@code key}. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Node item : items(key)) {
            String itemPath = pathOf(key) + "[" + sections.size() + "]";
            if (!(item instanceof Node.Fields)) {
                context.problems.add(item.line(), itemPath, "a mapping is expected here, not " + item.kind(), "");
            }
            Map<String, Node.Field> mapping = item instanceof Node.Fields given ? given.fields() : Map.of();
            sections.add(new Section(context, itemPath, item.line(), mapping));
        }
        return sections;
    }

    /** The text under {@code key} with variables replaced, or null. */
    @Nullable String text(String key) {
        Node.Scalar scalar = scalar(node(key), pathOf(key));
        return scalar == null ? null : expand(scalar, pathOf(key));
    }

    /** The values in the list under {@code key}; without those that are written wrongly. */
    <T> List<T> values(String key, Kind<T> kind) {
        List<T> values = new ArrayList<>();
        List<Node> items = items(key);
        for (int index = 0; index < items.size(); index++) {
            String itemPath = pathOf(key) + "[" + index + "]";
            Node.Scalar scalar = scalar(items.get(index), itemPath);
            if (scalar != null) {
                String text = expand(scalar, itemPath);
                kind.parser()
                        .apply(text)
                        .ifPresentOrElse(
                                values::add,
                                () -> context.problems.add(
                                        scalar.line(),
                                        itemPath,
                                        quoted(scalar) + " is not " + kind.name(),
                                        kind.advice().apply(text)));
            }
        }
        return values;
    }

    /** The texts in the mapping under {@code key}, whose keys are free. */
    Map<String, String> entries(String key) {
        Section section = section(key);
        Map<String, String> entries = new LinkedHashMap<>();
        for (String name : section.keys()) {
            String text = section.text(name);
            entries.put(name, text == null ? "" : text);
        }
        return entries;
    }

    /** The value under {@code key}, or null if there is none or it is written wrongly. */
    <T> @Nullable T value(String key, Kind<T> kind) {
        String text = text(key);
        T value = text == null ? null : kind.parser().apply(text).orElse(null);
        if (text != null && value == null) {
            problem(
                    key,
                    quoted(node(key)) + " is not " + kind.name(),
                    kind.advice().apply(text));
        }
        return value;
    }

    /** The value under {@code key}, or {@code otherwise}. */
    <T> T value(String key, Kind<T> kind, T otherwise) {
        T value = value(key, kind);
        return value == null ? otherwise : value;
    }

    /** The piece of YAML under {@code key} as it is, or null. */
    @Nullable Node node(String key) {
        known.add(key);
        Node.Field field = fields == null ? null : fields.get(key);
        return field == null || field.value() instanceof Node.Scalar scalar && scalar.absent() ? null : field.value();
    }

    /** Reports a value that is missing. */
    void require(String key, String advice) {
        if (present() && !has(key)) {
            context.problems.add(line, pathOf(key), "missing", advice);
        }
    }

    /** Reports what is wrong with the value under {@code key}. */
    void problem(String key, String message, String advice) {
        context.problems.add(lineOf(key), pathOf(key), message, advice);
    }

    /** Names the keys that nobody asked for. */
    void finish() {
        context.vocabulary
                .computeIfAbsent(path.replaceAll("\\[\\d+]", "[]"), all -> new TreeSet<>())
                .addAll(known);
        for (String key : keys()) {
            if (!known.contains(key)) {
                problem(
                        key,
                        "unknown key",
                        Nearest.to(key, known)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Known here: " + String.join(", ", known) + "."));
            }
        }
    }

    Path directory() {
        return context.directory;
    }

    private List<String> keys() {
        return fields == null ? List.of() : List.copyOf(fields.keySet());
    }

    private List<Node> items(String key) {
        Node node = node(key);
        if (node != null && !(node instanceof Node.Items)) {
            problem(
                    key,
                    "a list is expected here, not " + node.kind(),
                    "Write [first, second], or one item a line with '- '.");
        }
        return node instanceof Node.Items list ? list.items() : List.of();
    }

    private Node.@Nullable Scalar scalar(@Nullable Node node, String place) {
        if (node != null && !(node instanceof Node.Scalar)) {
            context.problems.add(node.line(), place, "a single value is expected here, not " + node.kind(), "");
        }
        return node instanceof Node.Scalar scalar ? scalar : null;
    }

    private String expand(Node.Scalar scalar, String place) {
        return context.variables.expand(scalar.text(), scalar.line(), place, context.problems);
    }

    /** The value as the file has it, not as the environment fills it in; left out where it might hold a password. */
    private static String quoted(@Nullable Node node) {
        String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
        return text.contains("@") || text.length() > 80 ? "the value" : "\"" + text + "\"";
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private int lineOf(String key) {
        Node.Field field = fields == null ? null : fields.get(key);
        return field == null ? line : field.line();
    }
}
