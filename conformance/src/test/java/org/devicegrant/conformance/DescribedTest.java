package org.devicegrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In all modules every package says what lives there, and every public type what it is. */
class DescribedTest {
    private static final List<String> MODULES = List.of("reports", "browser-steps", "conformance", "load");
    private static final Path ABOUT = Path.of("package-info.java");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^ *public (?:(?:static|final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) +\\w+");
    /** Of what precedes: a statement, a body, a comment; not the list of an annotation. */
    private static final Pattern END = Pattern.compile("(?m)(?:;|(?<![=(] )\\{|^ *}|\\*/)\\R");

    @Test
    void everyPackageHasAPageOfItsOwn() throws IOException {
        Set<Path> described = new HashSet<>();
        Set<Path> packages = new TreeSet<>();
        for (Path file : sources("main", "test")) {
            Path folder = source(file).getParent();
            packages.add(folder);
            if (file.endsWith(ABOUT) && Files.readString(file).startsWith("/**")) {
                described.add(folder);
            }
        }

        assertThat(packages).hasSizeGreaterThan(80);
        assertThat(described).containsAll(packages);
    }

    @Test
    void everyPublicTypeSaysWhatItIs() throws IOException {
        List<String> silent = new ArrayList<>();
        int types = 0;
        for (Path file : sources("main")) {
            String text = Files.readString(file).replace("\r\n", "\n");
            for (MatchResult type : PUBLIC_TYPE.matcher(text).results().toList()) {
                types++;
                if (!isDescribed(text.substring(0, type.start()))) {
                    silent.add(file.getFileName() + ": " + type.group().strip());
                }
            }
        }

        assertThat(types).isGreaterThan(300);
        assertThat(silent).isEmpty();
    }

    /** Nothing but annotations stands between the last comment and the type. */
    private static boolean isDescribed(String before) {
        return END.matcher(before)
                .results()
                .reduce((first, second) -> second)
                .filter(end -> end.group().startsWith("*/"))
                .isPresent();
    }

    /** Its path below the folder of its kind, so that a package is the same in both. */
    private static Path source(Path file) {
        return file.subpath(5, file.getNameCount());
    }

    private static List<Path> sources(String... kinds) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            for (String kind : kinds) {
                try (Stream<Path> files = Files.walk(Path.of("..", module, "src", kind, "java"))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
