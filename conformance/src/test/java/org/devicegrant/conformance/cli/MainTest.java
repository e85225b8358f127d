package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.devicegrant.conformance.requirement.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void tellsTheVersions(String option) {
        Invocation invocation = Invocation.of(option).succeeds();

        assertThat(invocation.out()).matches("device-grant \\S+ \\(catalogue " + Catalogue.shippedVersion() + "\\)\\R");
    }

    @Test
    void helpNamesEveryCommandAndEveryExitCode() {
        Invocation invocation = Invocation.of("--help").succeeds();

        assertThat(invocation.out())
                .contains("demo", "init", "doctor", "check", "list", "serve", "report")
                .contains("   0  ", "   1  ", "   2  ", "   3  ", "   4  ", "   5  ", "   6  ", "  70  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "init", "doctor", "check", "list", "serve", "report", "verify-pack"})
    void everyCommandExplainsItself(String command) {
        Invocation invocation = Invocation.of(command, "--help").succeeds();

        assertThat(invocation.out())
                .startsWith("Usage: device-grant " + command)
                .contains("--help", "--verbose");
        assertThat(invocation.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chek                               | Did you mean: device-grant check?",
                "--versoin                          | --version",
                "check --includ x                   | --include",
                "check --profile scurity            | did you mean security?",
                "check --profile nothing            | choose from core, security, interop, kiosk, all",
                "check --fail-on never              | choose from fail, warning",
                "check --max-wait 15                | is not a duration",
                "check --parallel many              | --parallel",
                "check --parallel 0 -c x            | --parallel must be at least 1",
                "check                              | which server?",
                "check --issuer https://as.example  | which server?",
                "check -c a --issuer https://b      | either -c FILE or --issuer",
                "check -c nowhere.yaml              | there is no such file",
                "check --issuer nonsense --client-id x | \"nonsense\" is not an issuer",
                "check -c nowhere.yaml --include zzz | no requirement or group is called \"zzz\"",
                "check --issuer https://a.example --client-id x --format pdf | no report format is called \"pdf\"",
                "check --issuer https://a.example --client-id x --baseline nowhere | there is no file nowhere",
                "check --issuer https://a.example --client-id x --set foo=1 | unknown key",
                "list chekcs                        | did you mean checks?",
                "list --include 8628-9              | no requirement or group",
                "init                               | which server?",
                "serve --defect unheardOf           | no defect is called \"unheardOf\"",
                "serve --port x                     | --port",
                "report                             | DIR",
                "report nowhere                     | holds no results.json",
                "report --diff a --matrix b         | either --diff or --matrix"
            })
    void aWrongCommandLineIsExitCode2WithAWayOut(String arguments, String wayOut) {
        Invocation.of(arguments.split(" ")).complains(2, "device-grant: ", wayOut);
    }

    @Test
    void noCommandAtAllIsAWrongCommandLine() {
        Invocation.of().complains(2, "Which command?", "Try 'device-grant --help'.");
    }

    @Test
    void theVersionLoadsNothingHeavy() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--version"))
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(log).contains("device-grant ", Main.class.getName());
        assertThat(log)
                .doesNotContain(
                        " com.fasterxml.",
                        " org.junit.",
                        " org.openqa.",
                        " io.restassured.",
                        " org.apache.http.",
                        " groovy.",
                        "Catalogue" + "Reader");
    }
}
