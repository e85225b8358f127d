package org.devicegrant.browser.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** One Chromium process. Its own protocol tells what WebDriver cannot, and can forget everything. */
final class ChromiumSeat extends PlainSeat {
    private final ChromiumSession driver;
    private final BrowserProcess process;
    private final Path folder;
    private final PerformanceLog log = new PerformanceLog();

    ChromiumSeat(ChromiumSession driver, BrowserProcess process, Path folder) {
        super(driver);
        this.driver = driver;
        this.process = process;
        this.folder = folder;
    }

    @Override
    public Traffic traffic(String tab) {
        return log.of(tab);
    }

    @Override
    public boolean listen() {
        for (LogEntry entry : driver.manage().logs().get("performance")) {
            log.take(entry.getMessage());
        }
        return false;
    }

    @Override
    public List<String> troubles(String tab) {
        Complaints complaints = new Complaints();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            complaints.add(entry.getMessage());
        }
        List<String> troubles = new ArrayList<>(super.troubles(tab));
        troubles.addAll(complaints.take());
        return troubles;
    }

    @Override
    public void forget(String tab) {
        log.forget(tab);
    }

    @Override
    public Duration farewell() {
        return Duration.ofMillis(1500);
    }

    @Override
    public List<String> cookies() {
        Object found = driver.tell("Network.getAllCookies", Map.of()).get("cookies");
        return found instanceof List<?> list ? list.stream().map(Cookies::line).toList() : List.of();
    }

    @Override
    public void clear() {
        driver.tell("Network.clearBrowserCookies", Map.of());
        driver.tell("Network.clearBrowserCache", Map.of());
        driver.tell("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
        for (String origin : log.origins()) {
            driver.tell("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        }
    }

    /** Pop-ups go, too. */
    @Override
    public void reset(List<String> tabs) {
        closeAllBut(anchor());
        clear();
    }

    @Override
    public void close() {
        super.close();
        // A driver that is gone has left its browser behind.
        process.end();
        Folders.delete(folder);
    }
}
