package org.devicegrant.browser;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.devicegrant.browser.driver.Chromium;
import org.devicegrant.browser.driver.HtmlUnit;
import org.devicegrant.browser.driver.PooledBrowsers;
import org.devicegrant.browser.driver.Quiet;
import org.devicegrant.browser.driver.Remote;

/**
 * Starts browsers. Only what is installed is used; nothing is ever fetched. {@code DEVICE_GRANT_CHROME} and
 * {@code DEVICE_GRANT_CHROMEDRIVER} name programs that are not found by themselves.
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
            case FIREFOX -> throw new BrowserFailure("Firefox cannot be driven yet");
            case HTMLUNIT -> new PooledBrowsers(new HtmlUnit(options.insecureTls()), options, "");
            case REMOTE -> new PooledBrowsers(new Remote(address(options), options.insecureTls()), options, "");
        };
    }

    private static Browsers auto(BrowserOptions options, Map<String, String> environment) {
        String note;
        try {
            Optional<Chromium> chromium = chromium(options, environment);
            if (chromium.isPresent()) {
                return new PooledBrowsers(chromium.get(), options, "");
            }
            note = "no browser was found";
        } catch (BrowserFailure e) {
            note = "no browser could be used: " + e.getMessage();
        }
        return new PooledBrowsers(new HtmlUnit(options.insecureTls()), options, note);
    }

    private static Optional<Chromium> chromium(BrowserOptions options, Map<String, String> environment) {
        return Chromium.find(environment, options.headless(), options.insecureTls());
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
