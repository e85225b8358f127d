package org.devicegrant.load.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.load.merge.Merge;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line against the embedded server. */
@Execution(ExecutionMode.CONCURRENT)
class LoadCommandTest {
    @TempDir
    static Path shared;

    private static final Set<String> ISSUED = ConcurrentHashMap.newKeySet();

    private static final int ATTEMPTS = 3;

    private static EmbeddedServer server;
    private static Path target;

    @TempDir
    Path directory;

    @BeforeAll
    static void startsAServer() throws Exception {
        Behaviour behaviour = new Behaviour();
        behaviour.polling().interval(Duration.ofSeconds(1));
        behaviour.onDevice((request, answer) -> overheard(answer));
        behaviour.onToken((request, answer) -> overheard(answer));
        server = EmbeddedServer.start(behaviour);
        target = server.targetFile(shared);
    }

    private static Answer overheard(Answer answer) {
        for (String name : List.of("device_code", "user_code", "access_token", "refresh_token", "id_token")) {
            answer.textOf(name).ifPresent(ISSUED::add);
        }
        return answer;
    }

    @AfterAll
    static void stopsIt() {
        server.close();
    }

    private final StringWriter screen = new StringWriter();

    @Test
    void steadyLeavesAReportOfWhatTheServerCarried() throws Exception {
        int code = measured("--devices", "15", "--duration", "3s", "--warm-up", "3s");

        LoadReport report = LoadJson.read(Files.readString(directory.resolve("out/load.json")));
        assertThat(code).as(screen.toString()).isZero();
        assertThat(report.complete()).isTrue();
        assertThat(report.violationCount()).isZero();
        assertThat(report.answers().get("authorization_pending")).isPositive();
        assertThat(directory.resolve("out/junit.xml")).content().contains("failures=\"0\"");
        assertThat(Merge.of(List.of(directory.resolve("out")), List.of()))
                .satisfies(merged -> assertThat(merged.latencyMs()).isEqualTo(report.latencyMs()))
                .satisfies(merged -> assertThat(merged.answers()).isEqualTo(report.answers()))
                .satisfies(merged -> assertThat(merged.timeline()).hasSameSizeAs(report.timeline()));
        assertThat(screen.toString()).endsWith("index.html" + System.lineSeparator());
        assertNothingIssuedIsIn(directory.resolve("out"));
        assertOwnersAlone(directory.resolve("out"));
    }

    private static void assertOwnersAlone(Path report) throws IOException {
        if (report.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (Stream<Path> files = Files.walk(report)) {
                assertThat(files)
                        .hasSizeGreaterThan(3)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
            }
        }
    }

    private void assertNothingIssuedIsIn(Path report) throws IOException {
        StringBuilder left = new StringBuilder(screen.toString());
        try (Stream<Path> files = Files.list(report)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                left.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        String text = left.toString();
        assertThat(ISSUED).isNotEmpty().noneMatch(text::contains);
    }

    @Test
    void aMissedObjectiveIsExitCodeSix() throws Exception {
        int code = measured("--devices", "3", "--duration", "2s", "--warm-up", "0s", "--objective", "max=0.001ms");

        assertThat(code).as(screen.toString()).isEqualTo(6);
        assertThat(directory.resolve("out/junit.xml")).content().contains("objective max at most 0.001 ms");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    steady --devices 0                     | --devices must be at least 1
                    steady --duration 0s                   | --duration must be longer than nothing
                    steady --duration 2h                   | raise it with --max-duration
                    issuance --rate 0                      | --rate must be more than 0
                    issuance --rate 90000                  | raise it with --max-rate
                    steady --devices 900000                | raise it with --max-rate
                    steady --shard 3/3                     | shard 3/3 does not exist
                    steady --shard one                     | write for example 0/3
                    steady --objective p98=1s              | objective "p98=1s" is not understood
                    steady --clients tv                    | no client "tv" can take part
                    capacity --shard 0/3                   | leave --shard out
                    capacity --instances 0                 | --instances must be at least 1
                    capacity --earlier nowhere             | nowhere/load.json
                    storm --connections own --devices 0    | --devices must be at least 1
                    approval-wave --sessions kept --rate 0 | --rate must be more than 0
                    stready                                | no scenario is called "stready"
                    --devices 3                            | which scenario?
                    """)
    void wrongInputIsNamedWithTheWayOut(String words, String message) {
        List<String> arguments = new ArrayList<>(List.of(words.split(" +")));
        arguments.addAll(List.of("-c", target.toString(), "--warm-up", "0s"));

        int code = load(arguments.toArray(String[]::new));

        assertThat(code).as(screen.toString()).isEqualTo(2);
        assertThat(screen.toString()).startsWith("device-grant: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --connections none | expected one of shared, own, closed but was "none"
                    --sessions 3       | expected one of own, kept but was "3"
                    --duration soon    | "soon" is no time: write for example 250ms, 30s, 15m or 2h
                    """)
    void aWordThatAnOptionDoesNotKnowIsNamedWithThoseItKnows(String words, String message) {
        assertThat(load(("steady -c " + target + " " + words).split(" "))).isEqualTo(2);
        assertThat(screen.toString()).contains(message);
    }

    @Test
    void aServerThatIsNotThereIsNoWrongInput() throws Exception {
        String text = Files.readString(target).replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:1");
        Path nowhere = Files.writeString(shared.resolve("nowhere.yaml"), text);

        assertThat(load("steady", "-c", nowhere.toString())).isEqualTo(3);
        assertThat(screen.toString()).contains("cannot be reached");
    }

    /** Polls until some were due in the time that counts: on a machine that stood still just then there are none. */
    private int measured(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("steady", "-c", target.toString(), "--set", "http.timeout=100s"));
        words.addAll(List.of(options));
        int code = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            screen.getBuffer().setLength(0);
            code = load(words.toArray(String[]::new));
            String report = Files.readString(directory.resolve("out/load.json"));
            if (LoadJson.read(report).answers().get("authorization_pending") > 0) {
                break;
            }
        }
        return code;
    }

    private int load(String... arguments) {
        CommandLine command = new CommandLine(new LoadCommand());
        command.setOut(new PrintWriter(screen, true)).setErr(new PrintWriter(screen, true));
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--out";
        all[arguments.length + 1] = directory.resolve("out").toString();
        return command.execute(all);
    }
}
