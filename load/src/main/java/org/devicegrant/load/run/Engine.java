package org.devicegrant.load.run;

import io.gatling.app.Gatling$;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import scala.Console$;

/** Runs devices with Gatling in this process. */
public final class Engine {
    private final LoadTarget target;
    private final Connections connections;
    private final Clock clock;

    /** An engine against that server. */
    public Engine(LoadTarget target, Connections connections, Clock clock) {
        this.target = target;
        this.connections = connections;
        this.clock = clock;
    }

    LoadTarget target() {
        return target;
    }

    Connections connections() {
        return connections;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Lets the devices run until the end of the window, or until stopped. Blocks.
     *
     * @param takeoff asked once, when the devices are in their places
     * @throws IllegalStateException if the generator itself failed
     */
    void run(List<Device> devices, StopSignal stop, Supplier<Takeoff> takeoff) {
        Logging.revive();
        FailureReasons.listen();
        Flight flight = new Flight(target, connections, devices, clock, stop, takeoff);
        Path scratch = scratch();
        try {
            Handover.leave(flight, () -> Trust.apply(target.reach(), scratch));
            String[] arguments = {"-s", DeviceSimulation.class.getName(), "-rf", scratch.toString(), "-nr"};
            Object code = Console$.MODULE$.withOut(
                    OutputStream.nullOutputStream(), () -> Gatling$.MODULE$.fromArgs(arguments));
            if (!Integer.valueOf(0).equals(code)) {
                throw new IllegalStateException("the load generator ended with code " + code);
            }
        } finally {
            Handover.clear(flight);
            delete(scratch);
            Logging.revive();
            // Another run of this process may still be under way.
            FailureReasons.listen();
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("device-grant-load");
        } catch (IOException e) {
            throw new IllegalStateException("no temporary directory can be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // An empty directory in the temporary place harms nobody; the run's figures matter more.
            directory.toFile().deleteOnExit();
        }
    }
}
