package org.devicegrant.browser.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.BrowserLauncher;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.Browsers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One gallery and one pool of each kind of browser for all tests of a run; closed when the run ends. */
public final class Stage implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final GalleryServer server;
    private final Map<BrowserOptions.Kind, Browsers> started = new EnumMap<>(BrowserOptions.Kind.class);
    private final Map<BrowserOptions.Kind, String> missing = new EnumMap<>(BrowserOptions.Kind.class);

    private Stage() {
        try {
            server = new GalleryServer(Exhibit.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stage of this run. */
    public static synchronized Stage of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Stage.class, k -> new Stage(), Stage.class);
    }

    public GalleryServer server() {
        return server;
    }

    /** Chromium; without one the test is skipped and says so. */
    public Browsers chromium() {
        return real(BrowserOptions.Kind.CHROME);
    }

    /** Firefox; without one the test is skipped and says so. */
    public Browsers firefox() {
        return real(BrowserOptions.Kind.FIREFOX);
    }

    private synchronized Browsers real(BrowserOptions.Kind kind) {
        if (!missing.containsKey(kind)) {
            try {
                started.computeIfAbsent(kind, k -> BrowserLauncher.launch(options(k)));
            } catch (BrowserFailure e) {
                missing.put(kind, e.getMessage());
            }
        }
        Assumptions.assumeFalse(missing.containsKey(kind), () -> "needs " + kind + ": " + missing.get(kind));
        return started.get(kind);
    }

    public synchronized Browsers htmlUnit() {
        return started.computeIfAbsent(BrowserOptions.Kind.HTMLUNIT, k -> BrowserLauncher.launch(options(k)));
    }

    private static BrowserOptions options(BrowserOptions.Kind kind) {
        return new BrowserOptions(kind, null, true, 3, null, false, List.of());
    }

    @Override
    public void close() {
        server.close();
        started.values().forEach(Browsers::close);
    }
}
