package org.devicegrant.reports;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A file a run can leave, by the word that asks for it on the command line. */
public enum Format {
    HTML("html", "index.html"),
    JSON("json", "results.json"),
    JUNIT("junit", "junit.xml"),
    SARIF("sarif", "results.sarif"),
    MARKDOWN("markdown", "summary.md");

    private final String word;
    private final String fileName;

    Format(String word, String fileName) {
        this.word = word;
        this.fileName = fileName;
    }

    /** The word on the command line, for example {@code html}. */
    public String word() {
        return word;
    }

    /** The file's name inside the report directory. */
    public String fileName() {
        return fileName;
    }

    /**
     * The formats named in a comma-separated list, for example {@code html,json}.
     *
     * @throws IllegalArgumentException if a word names no format; the message lists those there are
     */
    public static Set<Format> parse(String list) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : list.split(",", -1)) {
            formats.add(of(word.strip()));
        }
        return formats;
    }

    private static Format of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no report format is called \"" + word + "\"; there are "
                                + Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "))));
    }
}
