package org.devicegrant.browser.driver;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.devicegrant.browser.NetworkEvent;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.InsecureCertificateException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** One Firefox process. What WebDriver cannot ask, the browser's own scripts are asked for. */
final class FirefoxSeat extends PlainSeat {
    private static final String COOKIES =
            "return Services.cookies.cookies.map(c => ({name: c.name, value: c.value, domain: c.host, path: c.path,"
                    + " secure: c.isSecure, httpOnly: c.isHttpOnly, sameSite: ['None','Lax','Strict'][c.sameSite] || ''}))";
    private static final String FORGET = "Services.cookies.removeAll();"
            + "Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, {onDataDeleted() {}}); return true";

    /** Errors of pages, not of the browser, and what pages write as errors themselves. */
    private static final String CONSOLE = "const said = Services.console.getMessageArray()"
            + ".filter(m => m instanceof Ci.nsIScriptError && /^https?:/.test(m.sourceName))"
            + ".map(m => m.sourceName + ' ' + m.errorMessage);"
            + "Services.console.reset();"
            + "const kept = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);"
            + "for (const e of kept.getEvents()) { if (/error|warn/.test(e.level) && /^https?:/.test(e.filename)) {"
            + " said.push(e.filename + ' ' + Array.from(e.arguments, String).join(' ')); } }"
            + "kept.clearEvents(); return said";

    private final Marionette connection;
    private final Process process;
    private final Path folder;
    private final Map<String, String> numbers = new HashMap<>();

    FirefoxSeat(RemoteWebDriver driver, Marionette connection, Process process, Path folder) {
        super(driver);
        this.connection = connection;
        this.process = process;
        this.folder = folder;
        inside(Scripts.FIREFOX_NETWORK);
    }

    /** The number the browser gives its tabs is not the handle WebDriver knows them by. */
    @Override
    public String newTab() {
        String handle = super.newTab();
        Object number = inside("return String(window.gBrowser.selectedBrowser.browserId)");
        numbers.put(Objects.toString(number, ""), handle);
        return handle;
    }

    @Override
    public List<NetworkEvent> events(String tab) {
        if (inside(Scripts.FIREFOX_NETWORK) instanceof List<?> heard) {
            heard.forEach(this::keep);
        }
        return traffic(tab).events();
    }

    @Override
    public List<String> troubles(String tab) {
        List<String> troubles = new ArrayList<>(super.troubles(tab));
        Complaints complaints = new Complaints();
        if (inside(CONSOLE) instanceof List<?> said) {
            said.forEach(line -> complaints.add(Objects.toString(line, "")));
        }
        troubles.addAll(complaints.take());
        return troubles;
    }

    private void keep(Object answer) {
        if (answer instanceof Map<?, ?> facts && numbers.containsKey(text(facts, "tab"))) {
            Call.Hop hop = new Call()
                    .hop(
                            text(facts, "method"),
                            text(facts, "url"),
                            text(facts, "type"),
                            text(facts, "body"),
                            headers(facts, "sent"));
            hop.answered(
                    facts.get("status") instanceof Number status ? status.intValue() : 0, headers(facts, "got"), false);
            traffic(numbers.getOrDefault(text(facts, "tab"), "")).add(hop);
        }
    }

    private static String text(Map<?, ?> facts, String key) {
        return Objects.toString(facts.get(key), "");
    }

    private static Map<String, String> headers(Map<?, ?> facts, String key) {
        Map<String, String> headers = new HashMap<>();
        if (facts.get(key) instanceof Map<?, ?> found) {
            found.forEach((name, value) -> headers.put(Objects.toString(name), Objects.toString(value, "")));
        }
        return headers;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive() && super.isAlive();
    }

    @Override
    public List<String> cookies() {
        return inside(COOKIES) instanceof List<?> list
                ? list.stream().map(Cookies::line).toList()
                : List.of();
    }

    @Override
    public void clear() {
        inside(FORGET);
    }

    @Override
    public void reset(List<String> tabs) {
        closeAllBut(anchor());
        clear();
    }

    @Override
    public void go(URI address) {
        try {
            super.go(address);
        } catch (WebDriverException e) {
            // Firefox reports as an error what it also shows as a page: nothing answers, the redirects have no end,
            // nobody
            // trusts the certificate.
            if (!(e instanceof InsecureCertificateException)
                    && !Objects.toString(e.getMessage(), "").contains("about:neterror")) {
                throw e;
            }
        }
    }

    /** Runs a script with the browser's own rights. */
    private @Nullable Object inside(String script) {
        try {
            connection.send("Marionette:SetContext", Map.of("value", "chrome"));
            try {
                return connection.send("WebDriver:ExecuteScript", Map.of("script", script, "args", List.of()));
            } finally {
                connection.send("Marionette:SetContext", Map.of("value", "content"));
            }
        } catch (IOException e) {
            throw new WebDriverException("the browser is gone");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            connection.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
