package org.devicegrant.conformance.target;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Loads targets. All methods name every problem at once.
 *
 * <p>Values may hold {@code ${NAME}} and {@code ${NAME:-default}}; a secret may be {@code file:PATH}. Paths start at the
 * directory of the file.
 */
public final class TargetFile {
    /** Where the JSON Schema of the file lies on the class path. */
    public static final String SCHEMA = "/org/devicegrant/conformance/target/target.schema.json";

    private static final long LIMIT = 1 << 20;

    private final Problems problems = new Problems();
    private final Map<String, Set<String>> vocabulary = new TreeMap<>();
    private final String place;
    private final Path directory;

    private TargetFile(String place, Path directory) {
        this.place = place;
        this.directory = directory;
    }

    /**
     * Reads a file.
     *
     * @param environment where {@code ${NAME}} is looked up
     * @param overrides {@code path=value}, put over the file in order
     * @throws InvalidTarget if anything is wrong with it
     */
    public static Target read(Path file, Map<String, String> environment, List<String> overrides) {
        Path parent = file.getParent();
        TargetFile loader = new TargetFile(file.toString(), parent == null ? Path.of("") : parent);
        return loader.load(loader.content(file), environment, overrides);
    }

    /**
     * Reads the content of a file.
     *
     * @param directory where relative paths start
     * @throws InvalidTarget if anything is wrong with it
     */
    public static Target parse(String yaml, Path directory, Map<String, String> environment, List<String> overrides) {
        return new TargetFile("the target", directory).load(yaml, environment, overrides);
    }

    /**
     * A server of which only the issuer and a public client are known.
     *
     * @throws InvalidTarget if anything is wrong with what was given
     */
    public static Target of(String issuer, String clientId, Map<String, String> environment, List<String> overrides) {
        Node.Fields root = new Node.Fields(0, new LinkedHashMap<>());
        TargetFile loader = new TargetFile("the command line", Path.of(""));
        new Overrides(loader.problems).set(root, "issuer", issuer);
        new Overrides(loader.problems).set(root, "clients.public.client_id", clientId);
        return loader.bind(root, environment, overrides);
    }

    /** The keys that the loader asked for, by path; for the test that holds the schema in step. */
    static Map<String, Set<String>> vocabulary(String yaml, Path directory) {
        TargetFile loader = new TargetFile("the target", directory);
        loader.load(yaml, Map.of(), List.of());
        return loader.vocabulary;
    }

    private String content(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                problems.add(0, "", "the file is larger than 1 MiB", "A target file has a few dozen lines.");
                return stop();
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            problems.add(
                    0, "", "there is no such file", "Write one with 'device-grant init --issuer URL -o " + file + "'.");
        } catch (CharacterCodingException e) {
            problems.add(0, "", "the file is not UTF-8 text", "Save it as UTF-8.");
        } catch (IOException e) {
            problems.add(0, "", "the file cannot be read", "Check that it is a file and that you may read it.");
        }
        return stop();
    }

    private Target load(String yaml, Map<String, String> environment, List<String> overrides) {
        Node root = YamlReader.read(yaml, problems);
        if (root == null && !problems.any()) {
            problems.add(0, "", "the file is empty", "Write one with 'device-grant init --issuer URL'.");
        }
        if (root != null && !(root instanceof Node.Fields)) {
            problems.add(
                    root.line(),
                    "",
                    "keys and values are expected, not " + root.kind(),
                    "Start with 'issuer: https://…'.");
        }
        return root instanceof Node.Fields mapping ? bind(mapping, environment, overrides) : stop();
    }

    private Target bind(Node.Fields root, Map<String, String> environment, List<String> overrides) {
        new Overrides(problems).apply(root, overrides);
        Variables variables = new Variables(environment);
        Section section = Section.root(new Section.Context(variables, directory, problems, vocabulary), root);
        Target target = new TargetReader(section).read();
        return problems.any() ? stop() : target;
    }

    private <T> T stop() {
        throw new InvalidTarget(place, problems.inOrder());
    }
}
