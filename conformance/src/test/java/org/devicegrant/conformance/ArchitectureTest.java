package org.devicegrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The picture in the architecture page is the code's own; where they differ, this prints the one to paste. */
class ArchitectureTest {
    private static final Path PAGE = Path.of("..", ".github", "ARCHITECTURE.md");
    private static final String ROOT = "org.devicegrant.";
    private static final String FENCE = "```mermaid\n";

    @Test
    void thePictureShowsTheCode() throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        int start = page.indexOf(FENCE);
        assertThat(start).as("the start of the picture in %s", PAGE).isPositive();

        String shown = page.substring(start, page.indexOf("```\n", start + FENCE.length()) + 4);

        assertThat(shown)
                .as("the picture in %s is stale; paste the expected one", PAGE)
                .isEqualTo(picture(direct(dependencies())));
    }

    private static Map<String, Set<String>> dependencies() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT + "conformance");
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass from : classes) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass();
                if (to.getPackageName().startsWith(ROOT) && !part(from).equals(part(to))) {
                    known.computeIfAbsent(part(from), key -> new TreeSet<>()).add(part(to));
                }
            }
        }
        return known;
    }

    /** The box of a class: a module beside this one, or a package of this one; the sections share one. */
    private static String part(JavaClass type) {
        String[] names = type.getPackageName().substring(ROOT.length()).split("\\.", -1);
        if (!names[0].equals("conformance") || names.length == 1) {
            return names[0];
        }
        return names[1].matches("rfc\\d+|interop|kiosk") ? "sections" : names[1];
    }

    /** Leaves out what follows from the rest: whoever knows the check knows what the check knows. */
    private static Map<String, Set<String>> direct(Map<String, Set<String>> all) {
        Map<String, Set<String>> direct = new TreeMap<>();
        all.forEach((from, targets) -> {
            Set<String> left = new TreeSet<>(targets);
            targets.forEach(
                    other -> left.removeIf(to -> !to.equals(other) && reaches(all, other, to, new TreeSet<>())));
            direct.put(from, left);
        });
        return direct;
    }

    private static boolean reaches(Map<String, Set<String>> all, String from, String to, Set<String> seen) {
        return seen.add(from)
                && all.getOrDefault(from, Set.of()).stream()
                        .anyMatch(next -> next.equals(to) || reaches(all, next, to, seen));
    }

    private static String picture(Map<String, Set<String>> direct) {
        StringBuilder picture = new StringBuilder(FENCE).append("flowchart TD\n");
        direct.forEach((from, targets) -> targets.forEach(to ->
                picture.append("    ").append(from).append(" --> ").append(to).append('\n')));
        return picture.append("```\n").toString();
    }
}
