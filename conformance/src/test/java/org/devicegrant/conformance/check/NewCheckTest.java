package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/build/NewCheck.java} writes compiles as it is, with every warning on. */
@Tag("long")
class NewCheckTest {
    private static final String PACKAGE = "src/main/java/org/devicegrant/conformance/rfc8628/s3_5_token_response";
    private static final String CATALOGUE = "src/main/resources/org/devicegrant/conformance/requirement/catalogue.yaml";
    private static final String SOURCES =
            "src/main/resources/META-INF/services/org.devicegrant.conformance.embedded.DefectSource";

    @TempDir
    private Path module;

    private String begin(String id) throws IOException, InterruptedException {
        Path said = module.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/build/NewCheck.java",
                        id,
                        "rfc8628.s3_5_token_response",
                        "A poll with a name is answered.",
                        module.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return process.exitValue() + " " + Files.readString(said);
    }

    private void emptyModule() throws IOException {
        for (String file : List.of(CATALOGUE, SOURCES)) {
            Files.createDirectories(module.resolve(file).getParent());
        }
        Files.copy(Path.of(CATALOGUE), module.resolve(CATALOGUE));
        Files.createFile(module.resolve(SOURCES));
        Files.createDirectories(module.resolve(PACKAGE));
    }

    @Test
    void whatItWritesCompilesAndCanBeRead() throws Exception {
        emptyModule();

        assertThat(begin("8628-3.5-name-is-answered")).startsWith("0 ").contains("-Dcheck=8628-3.5-name-is-answered");
        assertThat(begin("8628-3.5-name-is-answered")).startsWith("2 ").contains("exists already");

        assertThat(Files.readString(module.resolve(SOURCES))).endsWith(".NameIsAnsweredDefects\n");
        assertThat(Files.readString(module.resolve(CATALOGUE)))
                .contains("  - id: 8628-3.5-name-is-answered\n", "source: RFC 8628 section 3.5\n");
        assertThat(compiled()).isEmpty();
    }

    private String compiled() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-Xlint:all,-processing,-classfile,-path",
                "-Werror",
                "-d",
                module.resolve("classes").toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))));
        try (Stream<Path> files = Files.list(module.resolve(PACKAGE))) {
            files.map(Path::toString).forEach(arguments::add);
        }
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler().run(null, null, complaints, arguments.toArray(String[]::new));
        return complaints.toString(StandardCharsets.UTF_8);
    }
}
