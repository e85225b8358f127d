package org.devicegrant.conformance.check;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/**
 * Hands the tool's run to its checks through the launcher session's store. Apart from {@link RunContexts}, because the
 * session store is younger than some JUnit versions that run the checks in other people's builds.
 */
final class SessionRuns {
    private static final String PLACE = "device-grant run";

    private SessionRuns() {}

    static void put(LauncherSession session, RunContext run) {
        session.getStore().put(Namespace.create(PLACE), RunContext.class, run);
    }

    static RunContext of(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(
                ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(PLACE));
        return Objects.requireNonNull(
                store.get(RunContext.class, RunContext.class), "the launcher session carries no run");
    }
}
