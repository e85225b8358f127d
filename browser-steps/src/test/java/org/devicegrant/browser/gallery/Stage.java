package org.devicegrant.browser.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.BrowserLauncher;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.Browsers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One gallery and one pool of each kind of browser for all tests of a run; closed when the run ends. */
public final class Stage implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final GalleryServer server;
    private Browsers chromium;
    private Browsers htmlUnit;
    private String missing = "";

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
    public synchronized Browsers chromium() {
        if (chromium == null && missing.isEmpty()) {
            try {
                chromium = BrowserLauncher.launch(options(BrowserOptions.Kind.CHROME));
            } catch (BrowserFailure e) {
                missing = e.getMessage();
            }
        }
        Assumptions.assumeTrue(missing.isEmpty(), () -> "needs Chromium with scripts: " + missing);
        return chromium;
    }

    public synchronized Browsers htmlUnit() {
        if (htmlUnit == null) {
            htmlUnit = BrowserLauncher.launch(options(BrowserOptions.Kind.HTMLUNIT));
        }
        return htmlUnit;
    }

    private static BrowserOptions options(BrowserOptions.Kind kind) {
        return new BrowserOptions(kind, null, true, 3, null, false, List.of());
    }

    @Override
    public void close() {
        server.close();
        if (chromium != null) {
            chromium.close();
        }
        if (htmlUnit != null) {
            htmlUnit.close();
        }
    }
}
