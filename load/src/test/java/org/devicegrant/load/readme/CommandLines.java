package org.devicegrant.load.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command lines that a page tells people to type: those of its blocks, and those in the middle of a sentence. */
final class CommandLines {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern IN_SHELL =
            Pattern.compile("(?m)^\\s*((?:\\S*/)?(?:device-grant|mvn|java|bash)(?: .*)?)$");
    private static final Pattern ELSEWHERE = Pattern.compile("\\b(device-grant [a-z][^'#\\n]*)");
    private static final Pattern IN_A_SENTENCE = Pattern.compile("`((?:\\S*/)?(?:device-grant|mvn|java|bash) [^`]+)`");

    private CommandLines() {}

    /** In their order, each once, without remarks and without what a shell does with their exit code. */
    static Set<String> of(Path page) throws IOException {
        String text = Files.readString(page).replace("\r\n", "\n");
        Set<String> lines = new LinkedHashSet<>();
        Stream.concat(
                        BLOCK.matcher(text).results().flatMap(CommandLines::inBlock),
                        IN_A_SENTENCE
                                .matcher(BLOCK.matcher(text).replaceAll(""))
                                .results())
                .map(match -> match.group(1))
                .map(line -> line.replaceFirst("\\s(#|\\|\\|).*", "").strip().replaceAll("\\s+", " "))
                .forEach(lines::add);
        return lines;
    }

    private static Stream<MatchResult> inBlock(MatchResult block) {
        String text = block.group(2).replace("\\\n", " ");
        return block.group(1).equals("sh")
                ? IN_SHELL.matcher(text).results()
                : ELSEWHERE.matcher(text).results();
    }
}
