package org.devicegrant.conformance.check;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs checks with JUnit's own engine in this JVM, all at once: they mostly wait. */
final class Checks {
    private final RunContext context;
    private final RunOptions options;

    Checks(RunContext context, RunOptions options) {
        this.context = context;
        this.options = options;
    }

    void run(List<Method> methods) {
        if (methods.isEmpty()) {
            return;
        }
        context.expect(methods.stream()
                .map(method -> method.getAnnotation(Check.class).value())
                .toList());
        // Nothing of the surroundings may join in: neither engines nor listeners from the class path.
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            SessionRuns.put(session, context);
            session.getLauncher().execute(request(methods));
        }
    }

    private LauncherDiscoveryRequest request(List<Method> methods) {
        Set<DiscoverySelector> selectors = methods.stream()
                .map(m -> DiscoverySelectors.selectMethod(m.getDeclaringClass(), m))
                .collect(Collectors.toSet());
        String threads = String.valueOf(options.parallel());
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(List.copyOf(selectors))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter(RunContexts.IN_SESSION, "true")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", threads)
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", threads)
                .configurationParameter(
                        "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$OrderAnnotation")
                .build();
    }
}
