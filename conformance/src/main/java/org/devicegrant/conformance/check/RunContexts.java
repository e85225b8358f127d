package org.devicegrant.conformance.check;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the run a check belongs to: that of the tool, or that of somebody's own build. */
final class RunContexts {
    /** Set by the tool, which hands its run over in the launcher session. */
    static final String IN_SESSION = "device-grant.in-session";

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(RunContexts.class);

    private RunContexts() {}

    static RunContext of(ExtensionContext context) {
        if (context.getConfigurationParameter(IN_SESSION).isPresent()) {
            return SessionRuns.of(context);
        }
        return context.getRoot()
                .getStore(OWN)
                .getOrComputeIfAbsent(BuildRun.class, key -> BuildRun.start(context), BuildRun.class)
                .context();
    }
}
