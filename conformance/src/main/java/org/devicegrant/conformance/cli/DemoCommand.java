package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.model.RunReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code demo}: everything at once, at a server of our own. */
@Command(
        name = "demo",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Starts the embedded server, checks it with a browser, puts it under a short load and reports.")
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_LINES = 25;

    /** Short, so that the whole of a code's life fits into two minutes; long enough for a busy machine. */
    private static final Duration LIFETIME = Duration.ofSeconds(45);

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** A server of one's own may be asked fast, and need not be waited for long. */
    private static final List<String> OWN_SERVER = List.of(
            "name=demo", "windows.production_lifetime=10m", "timing.starts_per_second=30", "timing.late_expiry=40s");

    @Spec
    CommandSpec spec;

    @ParentCommand
    DeviceGrant parent;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go (default: device-grant-reports/demo).")
    Path out = Path.of("device-grant-reports", "demo");

    private final Surroundings surroundings;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Behaviour behaviour = new Behaviour();
        behaviour.codes().lifetime(LIFETIME);
        behaviour.polling().interval(INTERVAL);
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            return demonstrate(OwnTarget.write(server, out.resolve("target").resolve("target.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(out + " cannot be written", e);
        }
    }

    private int demonstrate(Path file) {
        Voice voice = Voice.of(spec, surroundings, parent);
        Target target = TargetFile.read(file, surroundings.environment(), OWN_SERVER);
        Assignment assignment = new Assignment(
                target,
                RunOptions.defaults().into(out).askingOnce(),
                EnumSet.allOf(Format.class),
                new GradingOptions().grading(),
                true);
        Assessment assessment = new Assessment(assignment, surroundings, voice);
        RunReport report = assessment.run();
        StringWriter load = new StringWriter();
        int loadCode = load(file, new PrintWriter(load, true), voice);
        tell(load.toString(), assessment.summary(report), voice);
        return report.exitCode() != 0 ? report.exitCode() : loadCode;
    }

    /** The load module is not part of every class path; without it the demonstration is the conformance run. */
    private int load(Path file, PrintWriter said, Voice voice) {
        CommandLine load = spec.commandLine().getParent().getSubcommands().get("load");
        if (load == null) {
            return 0;
        }
        if (!voice.quiet()) {
            voice.err().println("A short load run ...");
            voice.err().flush();
        }
        return load.setOut(said)
                .execute(
                        "-c",
                        file.toString(),
                        "--out",
                        out.resolve("load").toString(),
                        "--devices",
                        "100",
                        "--duration",
                        "10s",
                        "--warm-up",
                        "5s",
                        "steady");
    }

    /** The load run's words come first and are cut, so that the last line is the path of the page and few are printed. */
    private static void tell(String load, String summary, Voice voice) {
        long left = MOST_LINES - summary.lines().count();
        load.lines()
                .limit(voice.quiet() ? 0 : Math.max(0, left))
                .forEach(line -> voice.out().println(line));
        voice.out().print(summary);
        voice.out().flush();
    }
}
