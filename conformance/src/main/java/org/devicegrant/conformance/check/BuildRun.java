package org.devicegrant.conformance.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.conformance.user.CommandDecider;
import org.devicegrant.conformance.user.Decider;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The run of a build that executes the checks as tests of its own: the target file comes from the configuration
 * parameter or system property {@code device-grant.target}, or from the environment variable
 * {@code DEVICE_GRANT_TARGET}.
 */
@SuppressWarnings("deprecation") // Older JUnit closes only CloseableResource, newer only AutoCloseable.
final class BuildRun implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final String TARGET = "device-grant.target";
    private static final String VARIABLE = "DEVICE_GRANT_TARGET";

    private final Station station;
    private final RunContext context;

    private BuildRun(Station station, RunContext context) {
        this.station = station;
        this.context = context;
    }

    static BuildRun start(ExtensionContext extension) {
        Target target = target(extension);
        Decider decider = target.approval().by() == Approval.By.COMMAND
                ? new CommandDecider(target)
                : (device, user, decision) -> {
                    throw new NotApplicable("a build cannot ask a person; set approval.by to browser or command");
                };
        Station station = Station.open(
                target, RunOptions.defaults(), Clock.system(), decider, RunListener.silent(), exchange -> {});
        try {
            Preflight preflight = new Preflight(station);
            Protocol protocol = preflight.protocol();
            preflight.tryControlFlow(protocol);
            return new BuildRun(station, new RunContext(station, protocol, false));
        } catch (RuntimeException e) {
            station.close();
            throw e;
        }
    }

    private static Target target(ExtensionContext extension) {
        Optional<String> parameter = extension.getConfigurationParameter(TARGET);
        String file = parameter.orElseGet(() -> System.getenv().getOrDefault(VARIABLE, ""));
        if (file.isEmpty()) {
            throw new IllegalStateException("no target file: set the configuration parameter " + TARGET
                    + " or the environment variable " + VARIABLE);
        }
        return TargetFile.read(Path.of(file), System.getenv(), List.of());
    }

    RunContext context() {
        return context;
    }

    @Override
    public void close() {
        station.close();
    }
}
