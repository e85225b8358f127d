package org.devicegrant.browser.driver;

import java.net.URL;
import java.util.Map;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.chrome.AddHasCdp;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * A session of a chromedriver that serves other sessions, too. Selenium's own class for Chrome takes the driver for its
 * own and stops it when the session ends, and with it every other browser.
 */
final class ChromiumSession extends RemoteWebDriver {
    ChromiumSession(URL driver, Capabilities wanted, BrowserProcess process) {
        super(BoundedCommands.over(driver, new AddHasCdp().getAdditionalCommands(), process::end), wanted);
        process.isSaidToBe(getCapabilities().getCapability("goog:processID"));
    }

    /** Says something in the browser's own protocol. */
    Map<?, ?> tell(String command, Map<String, ?> parameters) {
        return execute(AddHasCdp.EXECUTE_CDP, Map.of("cmd", command, "params", parameters))
                                .getValue()
                        instanceof Map<?, ?> answer
                ? answer
                : Map.of();
    }
}
