package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to paste is what the command line understands. */
class RecipesTest {
    private static final Path README = Path.of("../README.md");
    private static final Path ACTION = Path.of("../.github/actions/device-grant/action.yml");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern COMMAND =
            Pattern.compile("device-grant((?: +(?!load)(?:[\\w./=:@*,-]+|\"\\$\\w+\"))+)");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    Path directory;

    @Test
    void everyCommandOfTheReadmeIsUnderstood() throws Exception {
        List<String> commands = blocks("sh|yaml|groovy").stream()
                .flatMap(block -> COMMAND.matcher(block).results())
                .map(match -> match.group(1).strip())
                .filter(command -> command.matches("[a-z-]+ .*"))
                .toList();

        assertThat(commands).filteredOn(command -> command.startsWith("check ")).hasSizeGreaterThan(3);
        for (String command : commands) {
            understood(command.split(" +"));
        }
    }

    @Test
    void theTableNamesEveryCommand() throws Exception {
        List<String> commands = new ArrayList<>(CommandTree.of(new Surroundings(Map.of(), false))
                .getSubcommands()
                .keySet());
        commands.add("load");

        assertThat(Pattern.compile("(?m)^\\| `([a-z-]+)\\b[^`]*` \\|")
                        .matcher(Files.readString(README))
                        .results())
                .extracting(match -> match.group(1))
                .containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void everyYamlOfTheReadmeIsWellFormed() throws Exception {
        List<JsonNode> documents = new ArrayList<>();
        for (String block : blocks("yaml")) {
            documents.add(YAML.readTree(block));
        }

        assertThat(documents).hasSizeGreaterThan(3);
        assertThat(documents)
                .filteredOn(document -> document.has("jobs"))
                .singleElement()
                .satisfies(workflow -> assertThat(uses(workflow)).isSubsetOf(inputs()));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theShellRecipePassesTheExitCodeOn() throws Exception {
        String recipe = blocks("sh").stream()
                .filter(block -> block.contains("exit \"$code\""))
                .findFirst()
                .orElseThrow();

        Finished failed = run("sh", recipe, 1, Map.of());
        Finished absent = run("sh", recipe, 3, Map.of());

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said()).doesNotContain("was not there");
        assertThat(absent.code()).isEqualTo(3);
        assertThat(absent.said()).contains("was not there");
        understood(failed.arguments());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theActionChecksAndLeavesItsSummaryWhateverTheOutcome() throws Exception {
        Map<String, String> inputs = new HashMap<>();
        JsonNode step = step();
        step.path("env").properties().forEach(entry -> inputs.put(entry.getKey(), preset(entry.getValue())));
        inputs.put("TARGET", "my target.yaml");

        Finished plain = run("bash", step.path("run").asText(), 0, inputs);
        inputs.put("BASELINE", "$(touch injected)");
        inputs.put("INCLUDE", "security,interop-*");
        Finished failed = run("bash", step.path("run").asText(), 1, inputs);

        assertThat(plain.code()).isZero();
        assertThat(plain.arguments())
                .containsExactly(
                        "check",
                        "-c",
                        "my target.yaml",
                        "--out",
                        "device-grant-report",
                        "--profile",
                        "all",
                        "--fail-on",
                        "fail",
                        "--max-wait",
                        "15m",
                        "--yes");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.arguments()).endsWith("--baseline", "$(touch injected)", "--include", "security,interop-*");
        assertThat(directory.resolve("injected")).doesNotExist();
        assertThat(directory.resolve("output")).hasContent("exit-code=0\nexit-code=1");
        assertThat(directory.resolve("step-summary")).hasContent("a summary\na summary");
        understood(failed.arguments());
    }

    @Test
    void theActionExplainsEveryInputAndPinsWhatItUses() throws Exception {
        JsonNode action = YAML.readTree(ACTION.toFile());

        assertThat(action.path("inputs"))
                .allSatisfy(
                        input -> assertThat(input.path("description").asText()).endsWith("."));
        assertThat(action.at("/runs/steps"))
                .allSatisfy(step -> assertThat(
                                step.has("uses")
                                        ? step.path("uses").asText()
                                        : step.path("shell").asText())
                        .matches("actions/[a-z-]+@v\\d+|bash"));
    }

    private static void understood(String... arguments) {
        assertThatCode(() -> CommandTree.of(new Surroundings(Map.of(), false)).parseArgs(arguments))
                .as(String.join(" ", arguments))
                .doesNotThrowAnyException();
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(README))
                .results()
                .filter(block -> block.group(1).matches(language))
                .map(RecipesTest::text)
                .toList();
    }

    private static String text(MatchResult block) {
        return block.group(2).replace("\\\n", " ");
    }

    /** The inputs that a workflow gives to the action. */
    private static List<String> uses(JsonNode workflow) {
        List<String> names = new ArrayList<>();
        for (JsonNode step : workflow.at("/jobs/conformance/steps")) {
            if (step.path("uses").asText().contains("/actions/device-grant@")) {
                step.path("with").fieldNames().forEachRemaining(names::add);
            }
        }
        assertThat(names).contains("target");
        return names;
    }

    private static List<String> inputs() throws IOException {
        List<String> names = new ArrayList<>();
        YAML.readTree(ACTION.toFile()).path("inputs").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode step() throws IOException {
        for (JsonNode step : YAML.readTree(ACTION.toFile()).at("/runs/steps")) {
            if (step.path("id").asText().equals("check")) {
                return step;
            }
        }
        throw new AssertionError("the action has no step that checks");
    }

    /** What a build machine puts in the place of {@code ${{ inputs.name }}}. */
    private static String preset(JsonNode expression) {
        String name = expression.asText().replaceAll("^\\$\\{\\{ inputs\\.(.*) }}$", "$1");
        try {
            return YAML.readTree(ACTION.toFile())
                    .at("/inputs/" + name + "/default")
                    .asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What came of a recipe. */
    private record Finished(int code, String said, String... arguments) {}

    /** Runs a recipe with a stand-in for the tool that notes its arguments, one a line, and ends with a chosen code. */
    private Finished run(String shell, String recipe, int code, Map<String, String> environment) throws Exception {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path tool = Files.writeString(
                bin.resolve("device-grant"),
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > arguments\nmkdir -p device-grant-report\n"
                        + "echo 'a summary' > device-grant-report/summary.md\nexit " + code + "\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Path script = Files.writeString(directory.resolve("recipe"), recipe);
        ProcessBuilder builder = new ProcessBuilder(shell, "-e", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("GITHUB_OUTPUT", directory.resolve("output").toString());
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", directory.resolve("step-summary").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        List<String> arguments = Files.readAllLines(directory.resolve("arguments"));
        return new Finished(process.exitValue(), said, arguments.toArray(String[]::new));
    }
}
