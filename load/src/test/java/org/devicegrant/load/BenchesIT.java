package org.devicegrant.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benches are run by hand, and rarely: what they use must not be gone by then. */
@Tag("real-servers")
class BenchesIT {
    private static final Path BENCHES = Path.of("src", "bench");
    /** Uses JMeter, which no other part of the build knows. */
    private static final String ON_ITS_OWN = "JMeterPolls.java";

    @Test
    void theyCompile(@TempDir Path classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.list(BENCHES)) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(ON_ITS_OWN))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(3);
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));

            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();

            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }
}
