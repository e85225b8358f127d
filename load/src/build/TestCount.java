import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Closes a quiet build with one line that counts what ran. Maven's quiet mode hides the counts of the test runner, and a
 * build that says nothing looks the same whether it ran a thousand tests or none.
 */
public final class TestCount {
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    public static void main(String[] modules) {
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        for (Path report : reports(List.of(modules))) {
            String suite = suite(report);
            tests += count(suite, "tests");
            failed += count(suite, "failures") + count(suite, "errors");
            skipped += count(suite, "skipped");
        }
        System.out.println((tests - failed - skipped) + " passed, " + failed + " failed, " + skipped + " skipped");
        System.exit(tests == 0 ? 1 : 0);
    }

    private static List<Path> reports(List<String> modules) {
        return modules.stream()
                .map(module -> Path.of(module, "target", "surefire-reports"))
                .filter(Files::isDirectory)
                .flatMap(TestCount::xml)
                .toList();
    }

    private static Stream<Path> xml(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String suite(Path report) {
        try {
            Matcher matcher = SUITE.matcher(Files.readString(report));
            return matcher.find() ? matcher.group() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(String suite, String attribute) {
        Matcher matcher = Pattern.compile(" " + attribute + "=\"(\\d+)\"").matcher(suite);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
