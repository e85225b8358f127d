package org.devicegrant.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.devicegrant.browser.driver.Chromium;
import org.devicegrant.browser.driver.Engine;
import org.devicegrant.browser.driver.Firefox;
import org.devicegrant.browser.driver.HtmlUnit;
import org.devicegrant.browser.driver.PooledBrowsers;
import org.devicegrant.browser.driver.Quiet;
import org.devicegrant.browser.driver.Remote;

/**
 * Starts browsers. Only what is installed is used; nothing is ever fetched. {@code DEVICE_GRANT_CHROME},
 * {@code DEVICE_GRANT_CHROMEDRIVER} and {@code DEVICE_GRANT_FIREFOX} name programs that are not found by themselves.
 */
public final class BrowserLauncher {
    private BrowserLauncher() {}

    /**
     * Starts the browser the options ask for; {@link BrowserOptions.Kind#AUTO} falls back to HtmlUnit and says why in the
     * description.
     *
     * @throws BrowserFailure if the browser that was asked for is not there or does not start
     */
    public static Browsers launch(BrowserOptions options) {
        return launch(options, System.getenv());
    }

    /** The same with an environment of the caller's choice. */
    static Browsers launch(BrowserOptions options, Map<String, String> environment) {
        Quiet.please();
        return switch (options.kind()) {
            case AUTO -> auto(options, environment);
            case CHROME ->
                new PooledBrowsers(chromium(options, environment).orElseThrow(BrowserLauncher::noChrome), options, "");
            case FIREFOX ->
                new PooledBrowsers(firefox(options, environment).orElseThrow(BrowserLauncher::noFirefox), options, "");
            case HTMLUNIT -> new PooledBrowsers(new HtmlUnit(options.insecureTls()), options, "");
            case REMOTE -> new PooledBrowsers(new Remote(address(options), options.insecureTls()), options, "");
        };
    }

    /** Chrome, then Firefox, then HtmlUnit; what is there and cannot be used is said in the description. */
    private static Browsers auto(BrowserOptions options, Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        List<Supplier<Optional<? extends Engine>>> kinds =
                List.of(() -> chromium(options, environment), () -> firefox(options, environment));
        for (Supplier<Optional<? extends Engine>> kind : kinds) {
            try {
                Optional<? extends Engine> engine = kind.get();
                if (engine.isPresent()) {
                    return new PooledBrowsers(engine.get(), options, String.join("; ", faults));
                }
            } catch (BrowserFailure e) {
                faults.add(e.getMessage());
            }
        }
        String note =
                faults.isEmpty() ? "no browser was found" : "no browser could be used: " + String.join("; ", faults);
        return new PooledBrowsers(new HtmlUnit(options.insecureTls()), options, note);
    }

    private static Optional<Chromium> chromium(BrowserOptions options, Map<String, String> environment) {
        return Chromium.find(environment, options.headless(), options.insecureTls());
    }

    private static Optional<Firefox> firefox(BrowserOptions options, Map<String, String> environment) {
        return Firefox.find(environment, options.headless(), options.insecureTls());
    }

    private static BrowserFailure noFirefox() {
        return new BrowserFailure("no Firefox was found: install one, or name it in " + Firefox.BINARY
                + ", or set approval.browser to auto or htmlunit");
    }

    private static BrowserFailure noChrome() {
        return new BrowserFailure("no Chrome or Chromium was found: install one with its chromedriver, or name it in "
                + Chromium.BINARY + ", or set approval.browser to auto or htmlunit");
    }

    private static URI address(BrowserOptions options) {
        URI remote = options.remote();
        if (remote == null) {
            throw new BrowserFailure("approval.browser is remote, but approval.remote_url is missing");
        }
        return remote;
    }
}
