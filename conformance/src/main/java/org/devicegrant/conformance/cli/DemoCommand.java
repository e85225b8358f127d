package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    /** Short, so that the whole of a code's life fits into a minute and a half. */
    private static final Duration LIFETIME = Duration.ofSeconds(20);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

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
            Path directory = Files.createDirectories(out.resolve("target"));
            Path file = server.targetFile(directory);
            Target target = TargetFile.read(
                    file, surroundings.environment(), List.of("name=demo", "windows.production_lifetime=10m"));
            Assignment assignment = new Assignment(
                    target,
                    RunOptions.defaults().into(out),
                    EnumSet.allOf(Format.class),
                    new GradingOptions().grading(),
                    true);
            return new Assessment(assignment, surroundings, Voice.of(spec, surroundings, parent.verbose)).run();
        } catch (IOException e) {
            throw new UncheckedIOException(out + " cannot be written", e);
        }
    }
}
