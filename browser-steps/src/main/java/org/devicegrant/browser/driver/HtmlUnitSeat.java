package org.devicegrant.browser.driver;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.devicegrant.browser.page.Snapshot;
import org.htmlunit.BrowserVersion;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.Page;
import org.htmlunit.ScriptException;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.TextPage;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.javascript.SilentJavaScriptErrorListener;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** One HtmlUnit client. */
final class HtmlUnitSeat implements Seat {
    /** Scripts that a page starts later get this long to do something; more would be paid on every look. */
    private static final long BACKGROUND_MILLIS = 50;

    private final HtmlUnitDriver driver;
    private final Frames frames;
    private final ReentrantLock turn = new ReentrantLock();
    private final CookieJar jar = new CookieJar();
    private final HtmlUnitTraffic traffic = new HtmlUnitTraffic();
    private final Complaints complaints = new Complaints();
    private final String anchor;
    private String shown;
    private boolean closed;

    HtmlUnitSeat(boolean insecureTls) {
        driver = new HtmlUnitDriver(BrowserVersion.CHROME, true);
        driver.setExecutor(Runnable::run);
        WebClient client = driver.getWebClient();
        client.setCookieManager(jar);
        client.setClipboardHandler(new Clipboard());
        client.setWebConnection(traffic.around(client.getWebConnection()));
        client.setCssErrorHandler(new SilentCssErrorHandler());
        client.setJavaScriptErrorListener(new SilentJavaScriptErrorListener() {
            @Override
            public void scriptException(HtmlPage page, ScriptException failure) {
                complaints.add(page.getUrl() + " " + failure.getMessage());
            }
        });
        client.setIncorrectnessListener((message, origin) -> {});
        client.setAlertHandler((page, message) -> {});
        client.setConfirmHandler((page, message) -> true);
        client.setPromptHandler((page, message, value) -> value == null ? "" : value);
        client.getOptions().setThrowExceptionOnScriptError(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setPrintContentOnFailingStatusCode(false);
        client.getOptions().setUseInsecureSSL(insecureTls);
        client.getOptions().setTimeout(20_000);
        // A machine may stand still for a while, and a page of many megabytes takes its time.
        client.setJavaScriptTimeout(40_000);
        frames = new Frames(driver);
        anchor = driver.getWindowHandle();
        shown = anchor;
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
            traffic.front(tab);
        }
    }

    @Override
    public ReentrantLock turn() {
        return turn;
    }

    @Override
    public boolean layout() {
        return false;
    }

    @Override
    public boolean isAlive() {
        return !closed;
    }

    @Override
    public int status() {
        driver.getWebClient().waitForBackgroundJavaScript(BACKGROUND_MILLIS);
        Page page = page();
        return page == null ? 0 : page.getWebResponse().getStatusCode();
    }

    private @Nullable Page page() {
        return driver.getCurrentWindow().getWebWindow().getTopWindow().getEnclosedPage();
    }

    /** Answers that are no HTML, and addresses that gave no answer at all. */
    @Override
    public @Nullable Snapshot unreadable() {
        String failed = traffic.failure(shown);
        if (failed != null) {
            return new Snapshot(
                    "about:neterror", "", 0, "The page cannot be opened: " + failed, List.of(), List.of(), List.of());
        }
        Page page = page();
        if (page == null || page instanceof HtmlPage) {
            return null;
        }
        String text = page instanceof TextPage plain ? plain.getContent() : "";
        return new Snapshot(page.getUrl().toString(), "", status(), text, List.of(), List.of(), List.of());
    }

    @Override
    public Traffic traffic(String tab) {
        return traffic.of(tab);
    }

    @Override
    public List<String> troubles(String tab) {
        List<String> troubles = new ArrayList<>(Seat.super.troubles(tab));
        troubles.addAll(complaints.take());
        return troubles;
    }

    @Override
    public void forget(String tab) {
        traffic.forget(tab);
    }

    @Override
    public boolean runsByListening() {
        return true;
    }

    @Override
    public boolean listen() {
        return driver.getWebClient().waitForBackgroundJavaScript(BACKGROUND_MILLIS) == 0;
    }

    @Override
    public List<String> cookies() {
        return jar.lines();
    }

    @Override
    public void clear() {
        jar.clearCookies();
        driver.getWebClient().getCache().clear();
        traffic.origins()
                .forEach(url -> driver.getWebClient()
                        .getStorageHolder()
                        .getLocalStorage(url)
                        .clear());
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
        traffic.front(shown);
        return shown;
    }

    @Override
    public void go(URI address) {
        traffic.forgive(shown);
        try {
            driver.get(address.toString());
        } catch (WebDriverException | FailingHttpStatusCodeException e) {
            traffic.fail(shown, Messages.firstLine(e));
        }
    }

    @Override
    public void reset(List<String> tabs) {
        for (String open : new ArrayList<>(driver.getWindowHandles())) {
            if (!open.equals(anchor)) {
                driver.switchTo().window(open);
                driver.close();
                traffic.forget(open);
            }
        }
        shown = "";
        show(anchor);
        clear();
    }

    @Override
    public void close() {
        closed = true;
        try {
            driver.quit();
        } catch (WebDriverException e) {
            // Closed already.
        }
    }
}
