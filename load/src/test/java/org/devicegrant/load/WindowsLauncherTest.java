package org.devicegrant.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be said of the launcher for Windows without Windows: the traps of its language, and what both launchers share. */
class WindowsLauncherTest {
    private static final Path BIN = Path.of("src/distribution/bin");
    private static String batch;
    private static String shell;
    private static List<String> lines;

    @BeforeAll
    static void read() throws IOException {
        batch = new String(Files.readAllBytes(BIN.resolve("device-grant.bat")), StandardCharsets.ISO_8859_1);
        shell = Files.readString(BIN.resolve("device-grant"));
        lines = List.of(batch.split("\r\n"));
    }

    private static String only(String text, String pattern) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(text).results().toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.get(0).group(1);
    }

    @Test
    void everyLineEndsAsWindowsEndsThem() {
        assertThat(batch).endsWith("\r\n").matches("(?s)[\\x20-\\x7e\\r\\n]*");
        assertThat(batch.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(shell).doesNotContain("\r");
    }

    @Test
    void noPathCanEndABlock() {
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("rem "))
                .noneMatch(line -> line.endsWith("(") || line.startsWith(")"));
    }

    @Test
    void everyPathIsQuoted() {
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.chars().filter(c -> c == '"').count() % 2).as(line).isZero();
            String bare = line.replaceAll("\"[^\"]*\"", "");
            assertThat(bare).doesNotContain("%DG_JAR%", "%DG_JAVA%", "%JAVA_HOME%", "%~dp0", "%~1");
        });
    }

    @Test
    void whatIsAskedOfJavaDoesNotBeginWithAQuote() {
        assertThat(only(batch, "in \\('(.)[^']*'\\)")).isEqualTo("c");
        assertThat(batch).contains("'call \"%DG_JAVA%\" -version 2^>^&1 ^| findstr /c:\" version \"'");
    }

    @Test
    void exclamationMarksOfArgumentsSurvive() {
        assertThat(batch.toLowerCase(java.util.Locale.ROOT)).doesNotContain("enabledelayedexpansion");
        assertThat(batch).contains(" %*\r\nexit /b %ERRORLEVEL%\r\n");
    }

    @Test
    void everyLabelExistsAndEndsWithTheCodeOfOurFaults() {
        List<String> wanted = Pattern.compile("goto (\\w+)")
                .matcher(batch)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(wanted)
                .hasSize(3)
                .allSatisfy(label -> assertThat(batch)
                        .containsPattern("\r\n:" + label + "\r\necho device-grant: .* 1>&2\r\nexit /b 70\r\n"));
    }

    @Test
    void bothLaunchersAskForTheSameJavaAndKnowTheSameCommands() {
        assertThat(only(batch, "LSS (\\d+)")).isEqualTo(only(shell, "-ge (\\d+) ]"));
        assertThat(only(batch, "in \\((load[ a-z]+)\\) do").split(" "))
                .containsExactlyInAnyOrder(
                        ("load | " + only(shell, "\\n  (check[ |a-z]+)\\) kind=long")).split(" \\| "));
        assertThat(only(batch, "(lib.load-@version@.jar)").replace('\\', '/'))
                .isEqualTo(only(shell, "jar=.home/(lib/load-@version@.jar)"));
        assertThat(batch).contains(only(shell, "(--add-opens=\\S+) -jar"));
        assertThat(batch).contains("17 or later is needed: set JAVA_HOME", "is missing: unpack the archive again");
    }
}
