package org.devicegrant.browser.driver;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.devicegrant.browser.walk.Waiting;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A browser that speaks nothing but WebDriver: no word about the network, cookies only of the page that is open. */
class PlainSeat implements Seat {
    /** Far more than any page has a reason to open. */
    private static final int MOST_TABS = 20;

    private final RemoteWebDriver driver;
    private final Frames frames;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Traffic> traffic = new ConcurrentHashMap<>();
    private final String anchor;
    private String shown;

    PlainSeat(RemoteWebDriver driver) {
        this.driver = driver;
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
        return traffic.computeIfAbsent(tab, t -> new Traffic());
    }

    @Override
    public void forget(String tab) {
        traffic.remove(tab);
    }

    @Override
    public boolean listen() {
        return false;
    }

    /** Of every open tab, since WebDriver gives only those that the open page would send. */
    @Override
    public List<String> cookies() {
        List<String> lines = new ArrayList<>();
        String before = shown;
        for (String tab : driver.getWindowHandles()) {
            show(tab);
            driver.manage().getCookies().stream()
                    .map(PlainSeat::line)
                    .filter(l -> !lines.contains(l))
                    .forEach(lines::add);
        }
        show(before);
        return lines;
    }

    private static String line(Cookie cookie) {
        return Cookies.line(cookie.toJson());
    }

    @Override
    public void clear() {
        String before = shown;
        for (String tab : driver.getWindowHandles()) {
            show(tab);
            if (String.valueOf(driver.getCurrentUrl()).startsWith("http")) {
                driver.executeScript(
                        "try { localStorage.clear(); sessionStorage.clear(); } catch (e) { /* not allowed here */ }");
                driver.manage().deleteAllCookies();
            }
        }
        show(before);
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
        try {
            driver.get(address.toString());
        } catch (TimeoutException e) {
            // A download, or a page that is slow: what is there by now is looked at.
            frames.lost();
        }
    }

    /** Closes every tab but one, and goes there. A page may open tabs faster than they can be closed. */
    final void closeAllBut(String kept) {
        Waiting waiting = Waiting.upTo(BoundedCommands.CLOSING);
        Set<String> tabs = driver.getWindowHandles();
        for (String tab : tabs) {
            if (!tab.equals(kept)) {
                if (tabs.size() > MOST_TABS || waiting.isOver()) {
                    throw new WebDriverException("there is no end of tabs");
                }
                show(tab);
                driver.close();
                forget(tab);
            }
        }
        shown = "";
        show(kept);
    }

    /** Without a way to empty a profile for certain, the browser is not used twice. */
    @Override
    public void reset(List<String> tabs) {
        driver.quit();
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException e) {
            // Gone already.
        }
    }
}
