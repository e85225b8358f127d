package org.devicegrant.browser.driver;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.htmlunit.BrowserVersion;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.WebClient;
import org.htmlunit.javascript.SilentJavaScriptErrorListener;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** One HtmlUnit client. */
final class HtmlUnitSeat implements Seat {
    /** Scripts that a page starts later get this long to do something; more would be paid on every look. */
    private static final long BACKGROUND_MILLIS = 50;

    private final HtmlUnitDriver driver;
    private final ReentrantLock turn = new ReentrantLock();
    private final CookieJar jar = new CookieJar();
    private final HtmlUnitTraffic traffic = new HtmlUnitTraffic();
    private final String anchor;
    private String shown;
    private boolean closed;

    HtmlUnitSeat(boolean insecureTls) {
        driver = new HtmlUnitDriver(BrowserVersion.CHROME, true);
        driver.setExecutor(Runnable::run);
        WebClient client = driver.getWebClient();
        client.setCookieManager(jar);
        client.setWebConnection(traffic.around(client.getWebConnection()));
        client.setCssErrorHandler(new SilentCssErrorHandler());
        client.setJavaScriptErrorListener(new SilentJavaScriptErrorListener());
        client.setIncorrectnessListener((message, origin) -> {});
        client.setAlertHandler((page, message) -> {});
        client.setConfirmHandler((page, message) -> true);
        client.setPromptHandler((page, message, value) -> value == null ? "" : value);
        client.getOptions().setThrowExceptionOnScriptError(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setPrintContentOnFailingStatusCode(false);
        client.getOptions().setUseInsecureSSL(insecureTls);
        client.getOptions().setTimeout(20_000);
        client.setJavaScriptTimeout(10_000);
        anchor = driver.getWindowHandle();
        shown = anchor;
    }

    @Override
    public WebDriver driver() {
        return driver;
    }

    @Override
    public void show(String tab) {
        if (!tab.equals(shown)) {
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
        var page = driver.getCurrentWindow().getWebWindow().getTopWindow().getEnclosedPage();
        return page == null ? 0 : page.getWebResponse().getStatusCode();
    }

    @Override
    public Traffic traffic(String tab) {
        return traffic.of(tab);
    }

    @Override
    public void forget(String tab) {
        traffic.forget(tab);
    }

    @Override
    public void listen() {
        driver.getWebClient().waitForBackgroundJavaScript(BACKGROUND_MILLIS);
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
        driver.switchTo().newWindow(WindowType.TAB);
        shown = driver.getWindowHandle();
        traffic.front(shown);
        return shown;
    }

    @Override
    public void go(URI address) {
        driver.get(address.toString());
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
