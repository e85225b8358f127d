package org.devicegrant.browser.driver;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** One Chromium process. */
final class ChromiumSeat implements Seat {
    private final ChromeDriver driver;
    private final Path folder;
    private final Frames frames;
    private final ReentrantLock turn = new ReentrantLock();
    private final String anchor;
    private String shown;
    private final PerformanceLog log = new PerformanceLog();

    ChromiumSeat(ChromeDriver driver, Path folder) {
        this.driver = driver;
        this.folder = folder;
        this.frames = new Frames(driver);
        this.anchor = driver.getWindowHandle();
        this.shown = anchor;
    }

    @Override
    public WebDriver driver() {
        return driver;
    }

    @Override
    public Frames frames() {
        return frames;
    }

    @Override
    public void show(String tab) {
        if (!tab.equals(shown)) {
            frames.lost();
            driver.switchTo().window(tab);
            shown = tab;
        }
    }

    @Override
    public ReentrantLock turn() {
        return turn;
    }

    @Override
    public boolean layout() {
        return true;
    }

    @Override
    public boolean isAlive() {
        try {
            return !driver.getWindowHandles().isEmpty();
        } catch (WebDriverException e) {
            return false;
        }
    }

    @Override
    public int status() {
        return 0;
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
        List<String> troubles = new ArrayList<>(Seat.super.troubles(tab));
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
        Object found =
                driver.executeCdpCommand("Network.getAllCookies", Map.of()).get("cookies");
        return found instanceof List<?> list ? list.stream().map(Cookies::line).toList() : List.of();
    }

    @Override
    public void clear() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
        for (String origin : log.origins()) {
            driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        }
    }

    @Override
    public String anchor() {
        return anchor;
    }

    @Override
    public String newTab() {
        frames.lost();
        driver.switchTo().newWindow(WindowType.TAB);
        shown = driver.getWindowHandle();
        return shown;
    }

    @Override
    public void go(URI address) {
        driver.get(address.toString());
    }

    /** Pop-ups go, too. */
    @Override
    public void reset(List<String> tabs) {
        for (String open : driver.getWindowHandles()) {
            if (!open.equals(anchor)) {
                show(open);
                driver.close();
                log.forget(open);
            }
        }
        show(anchor);
        clear();
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException e) {
            // Gone already: nothing is left to be stopped.
        }
        Folders.delete(folder);
    }
}
