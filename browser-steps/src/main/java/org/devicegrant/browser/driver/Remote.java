package org.devicegrant.browser.driver;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import org.devicegrant.browser.BrowserFailure;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Browsers behind a WebDriver server somewhere else. */
public final class Remote implements Engine {
    private final URI address;
    private final boolean insecureTls;
    private String description = "remote browser";

    public Remote(URI address, boolean insecureTls) {
        this.address = address;
        this.insecureTls = insecureTls;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public boolean runsScripts() {
        return true;
    }

    @Override
    public Seat start() {
        try {
            RemoteWebDriver driver = new RemoteWebDriver(commands(), wanted());
            String version = driver.getCapabilities().getBrowserVersion().replaceAll("^(\\d+\\.\\d+).*", "$1");
            description = driver.getCapabilities().getBrowserName() + " " + version + " (remote)";
            return new PlainSeat(driver);
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new BrowserFailure("remote_url is no address of a WebDriver server: " + address);
        } catch (WebDriverException e) {
            throw new BrowserFailure(
                    "the WebDriver server at " + address + " gives no browser: " + Messages.firstLine(e));
        }
    }

    /** Nobody here can end a browser elsewhere; it is only not spoken to any more. */
    private CommandExecutor commands() throws MalformedURLException {
        return BoundedCommands.over(address.toURL(), Map.of(), () -> {});
    }

    private MutableCapabilities wanted() {
        Map<String, Long> limits =
                Map.of("pageLoad", BoundedCommands.PAGE.toMillis(), "script", BoundedCommands.SCRIPT.toMillis());
        return new MutableCapabilities(Map.of(
                "browserName",
                "chrome",
                "acceptInsecureCerts",
                insecureTls,
                "unhandledPromptBehavior",
                "accept",
                "timeouts",
                limits));
    }

    @Override
    public void close() {
        // The server belongs to somebody else.
    }
}
