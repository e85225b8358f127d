package org.devicegrant.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script with a stand-in for Java that prints its arguments, one a line. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir
    Path directory;

    private Path script;

    @BeforeEach
    void unpacksADistribution() throws IOException {
        Path home = directory.resolve("with blank").resolve("device-grant");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/load-1.jar"));
        String text =
                Files.readString(Path.of("src/distribution/bin/device-grant")).replace("@version@", "1");
        script = executable(home.resolve("bin/device-grant"), text);
    }

    @Test
    void passesArgumentsOnUnchanged() throws Exception {
        Run run = run(script, java("17.0.1"), "check", "a  b", "$HOME", "");

        assertThat(run.status).isZero();
        assertThat(run.output).containsSubsequence("-jar", jar(), "check", "a  b", "$HOME", "");
    }

    @Test
    void findsItsJarsThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(directory.resolve("first"), script);
        Path second = Files.createSymbolicLink(directory.resolve("second"), Path.of("first"));

        Run run = run(second, java("21"), "--version");

        assertThat(run.status).as(run.toString()).isZero();
        assertThat(run.output).containsSubsequence("-jar", jar(), "--version");
    }

    @Test
    void refusesAnOldJavaAndSaysWhatToDo() throws Exception {
        Run run = run(script, java("11.0.20"), "check");

        assertThat(run.status).isEqualTo(70);
        assertThat(run.text()).contains("is Java 11.0.20, but 17 or later is needed: set JAVA_HOME");
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
        Run run = run(script, directory.resolve("nowhere"), "check");

        assertThat(run.status).isEqualTo(70);
        assertThat(run.text()).contains("JAVA_HOME is", "cannot be run");
    }

    @Test
    void makesAClassArchiveForCommandsButNeverForALoadRun() throws Exception {
        Path java = java("17.0.1");

        assertThat(run(script, java, "check").text()).contains("-XX:ArchiveClassesAtExit=");
        assertThat(run(script, java, "load").text()).doesNotContain("ArchiveClassesAtExit");
    }

    private String jar() throws IOException {
        return script.toRealPath().getParent().resolveSibling("lib/load-1.jar").toString();
    }

    private Path java(String version) throws IOException {
        Path home = Files.createDirectories(directory.resolve("java-" + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/java"), "#!/bin/sh\nfor word in \"$@\"; do printf '%s\\n' \"$word\"; done\n");
        return home;
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(Path command, Path javaHome, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).directory(directory.toFile());
        builder.environment()
                .putAll(Map.of("JAVA_HOME", javaHome.toString(), "DEVICE_GRANT_CACHE", directory.toString()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), List.of(output.split("\n", -1)));
    }

    private record Run(int status, List<String> output) {
        String text() {
            return String.join("\n", output);
        }
    }
}
