package org.devicegrant.load.enterprise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.preflight.Permission;
import org.devicegrant.load.preflight.Probe;
import org.devicegrant.load.run.DeviceSimulation;
import org.devicegrant.load.run.Engine;
import org.devicegrant.load.run.StopSignal;
import org.devicegrant.load.run.Trial;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.Stage;
import org.devicegrant.load.scenario.Steady;
import org.devicegrant.load.step.Invariant;
import org.devicegrant.load.step.Violations;
import org.devicegrant.load.target.HttpClients;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.target.Resolution;
import org.devicegrant.load.time.Clock;

/**
 * Scenario {@code steady} for Gatling's own start. System properties say what to do: {@code device-grant.target}, a target
 * file or its name on the class path; {@code device-grant.devices}; {@code device-grant.seconds}. The report is Gatling's,
 * but every answer is judged all the same, and the run fails if a rule of the protocol was broken.
 */
public final class WaitingDevices extends DeviceSimulation {
    private static final String PREFIX = "device-grant.";

    private final Trial trial;

    /** Called by Gatling. */
    public WaitingDevices() {
        this(trial());
    }

    private WaitingDevices(Trial trial) {
        super(trial);
        this.trial = trial;
    }

    @Override
    public void after() {
        Violations violations = trial.measured().violations();
        for (Invariant invariant : Invariant.values()) {
            if (violations.count(invariant) > 0) {
                throw new IllegalStateException(invariant.sentence() + " Broken " + violations.count(invariant)
                        + " times, for example: " + violations.examples(invariant));
            }
        }
    }

    private static Trial trial() {
        LoadTarget target = Resolution.of(TargetFile.read(file(), System.getenv(), List.of()), List.of());
        Permission.check(target);
        LoadOptions options = LoadOptions.defaults()
                .withDevices(Integer.getInteger(
                        PREFIX + "devices", LoadOptions.defaults().devices()))
                .withDuration(Duration.ofSeconds(Long.getLong(PREFIX + "seconds", 60)));
        Stage stage = new Stage(
                target,
                options,
                new Probe(target, HttpClients.of(target.reach()).build()).announced(),
                new Engine(target, options.connections(), Clock.SYSTEM),
                Clock.SYSTEM,
                new StopSignal(),
                HistogramSink.NONE,
                tick -> {},
                null);
        return new Trial(Steady.plan(stage), stage.engine(), stage.stop(), HistogramSink.NONE, tick -> {});
    }

    /** A package has its files on the class path only. */
    private static Path file() {
        String name = System.getProperty(PREFIX + "target", "target.yaml");
        if (Files.exists(Path.of(name))) {
            return Path.of(name);
        }
        try (InputStream in = WaitingDevices.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "there is no target file " + name + ": name one with -D" + PREFIX + "target=FILE");
            }
            Path copy = Files.createTempDirectory("device-grant").resolve("target.yaml");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new IllegalStateException("the target file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
