package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the embedded server alone. */
@Command(
        name = "serve",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Runs the embedded authorization server on 127.0.0.1 until it is interrupted, conforming or with named"
                    + " defects, and prints its target file.",
            "Its accounts and secrets are public knowledge, and its state is gone when it ends."
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--port", defaultValue = "0", paramLabel = "N", description = "Port (default: any free one).")
    int port;

    @Option(names = "--defect", paramLabel = "NAME", description = "Switches a defect on. May be repeated.")
    List<String> defects = new ArrayList<>();

    @Option(
            names = "--list-defects",
            description =
                    "Names the defects and the requirements that notice them or the clients that they lock out, and ends.")
    boolean listDefects;

    @Option(names = "--lifetime", paramLabel = "DURATION", description = "expires_in of its codes (default: 10m).")
    Duration lifetime;

    @Option(names = "--interval", paramLabel = "DURATION", description = "Polling interval (default: 5s).")
    Duration interval;

    @Option(
            names = "--service-time",
            paramLabel = "DURATION",
            description =
                    "How long a worker takes for a request, for a server whose limit is known (default: no time).")
    Duration serviceTime;

    @Option(
            names = "--workers",
            defaultValue = "1",
            paramLabel = "N",
            description = "How many requests are served at once, with --service-time (default: ${DEFAULT-VALUE}).")
    int workers;

    @Option(
            names = "--target-file",
            paramLabel = "FILE",
            description = "Writes the target file here, and the key that it names beside it, instead of printing it.")
    Path targetFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (listDefects) {
            out.print(Defects.onClassPath().text());
            out.flush();
            return 0;
        }
        try (EmbeddedServer server = start()) {
            Path file = targetFile == null ? OwnTarget.write(server) : OwnTarget.write(server, targetFile);
            out.println(targetFile == null ? Files.readString(file) : "The target file is " + file);
            out.println("# " + server.issuer() + " serves until interrupted; try: device-grant check -c " + file);
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private EmbeddedServer start() {
        Behaviour behaviour = new Behaviour();
        behaviour.transport().port(port);
        if (lifetime != null) {
            behaviour.codes().lifetime(lifetime);
        }
        if (interval != null) {
            behaviour.polling().interval(interval);
        }
        if (serviceTime != null) {
            if (workers < 1) {
                throw new UsageFault("--workers must be at least 1");
            }
            behaviour.transport().workers(workers, serviceTime);
        }
        Defects.onClassPath().named(defects).forEach(defect -> defect.install().accept(behaviour));
        try {
            return EmbeddedServer.start(behaviour);
        } catch (IllegalStateException e) {
            throw new UsageFault("port " + port + " is taken; choose another one, or leave --port out");
        }
    }
}
