package org.devicegrant.browser.driver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.devicegrant.browser.BrowserFailure;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chrome or Chromium that is installed, with the chromedriver that is installed. One driver process serves all; each
 * profile is a browser process of its own, so that a page that hangs one holds up no other.
 */
public final class Chromium implements Engine {
    /** Environment variables that say where browser and driver are. */
    public static final String BINARY = "DEVICE_GRANT_CHROME";

    public static final String DRIVER = "DEVICE_GRANT_CHROMEDRIVER";

    private static final List<String> NAMES =
            List.of("google-chrome-stable", "google-chrome", "chrome", "chromium", "chromium-browser");
    private static final List<String> FILES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe",
            "%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe",
            "%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> DRIVER_FILES = List.of(
            "/usr/lib/chromium/chromedriver",
            "/usr/lib/chromium-browser/chromedriver",
            "/snap/bin/chromium.chromedriver",
            "/opt/homebrew/bin/chromedriver");
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-default-apps",
            // The passwords of whoever is logged in here are none of its business.
            "--password-store=basic",
            "--use-mock-keychain",
            "--disable-popup-blocking",
            "--metrics-recording-only",
            "--mute-audio",
            "--window-size=1280,1000");

    private final Path binary;
    private final Path driver;
    private final boolean headless;
    private final boolean insecureTls;
    private final boolean noSandbox;
    private ChromeDriverService service;
    private String description = "Chromium";

    private Chromium(Path binary, Path driver, boolean headless, boolean insecureTls, boolean noSandbox) {
        this.binary = binary;
        this.driver = driver;
        this.headless = headless;
        this.insecureTls = insecureTls;
        this.noSandbox = noSandbox;
        this.service = service(driver);
    }

    /**
     * The one that is installed, or nothing.
     *
     * @throws BrowserFailure if there is a browser without a driver
     */
    public static Optional<Chromium> find(Map<String, String> environment, boolean headless, boolean insecureTls) {
        Places places = new Places(environment);
        Optional<Path> binary = places.find(BINARY, NAMES, FILES);
        if (binary.isEmpty()) {
            return Optional.empty();
        }
        Path driver = places.find(DRIVER, List.of("chromedriver"), DRIVER_FILES)
                .orElseThrow(() -> new BrowserFailure("found the browser " + binary.get()
                        + " but no chromedriver: install the one of the same version, or name it in " + DRIVER));
        return Optional.of(new Chromium(binary.get(), driver, headless, insecureTls, places.needsNoSandbox()));
    }

    private static ChromeDriverService service(Path driver) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .withTimeout(Duration.ofSeconds(60))
                .build();
        service.sendOutputTo(OutputStream.nullOutputStream());
        return service;
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
    public synchronized Seat start() {
        Path folder = Folders.temporary();
        BrowserProcess process = new BrowserProcess(folder);
        try {
            serve();
            ChromiumSession session = new ChromiumSession(service.getUrl(), options(folder), process);
            session.manage().timeouts().scriptTimeout(BoundedCommands.SCRIPT);
            String product = binary.toString().contains("chromium") ? "Chromium " : "Chrome ";
            String version = session.getCapabilities().getBrowserVersion().replaceAll("^(\\d+\\.\\d+).*", "$1");
            description = product + version + (headless ? " (headless)" : "");
            return new ChromiumSeat(session, process, folder);
        } catch (WebDriverException | IOException e) {
            process.end();
            Folders.delete(folder);
            throw new BrowserFailure(binary + " with " + driver + " did not start: " + Messages.firstLine(e));
        }
    }

    private void serve() throws IOException {
        if (!service.isRunning()) {
            service = service(driver);
            service.start();
        }
    }

    ChromeOptions options(Path folder) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + folder);
        if (headless) {
            options.addArguments("--headless=new");
        }
        if (noSandbox) {
            options.addArguments("--no-sandbox");
        }
        options.setAcceptInsecureCerts(insecureTls);
        options.setPageLoadStrategy(PageLoadStrategy.NONE);
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
        options.setExperimentalOption("prefs", PREFERENCES);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("performance", Level.ALL);
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** Nothing is remembered, filled in or offered; no translation bar, no downloads. */
    private static final Map<String, Object> PREFERENCES = Map.of(
            "credentials_enable_service", false,
            "profile.password_manager_enabled", false,
            "profile.password_manager_leak_detection", false,
            "autofill.profile_enabled", false,
            "autofill.credit_card_enabled", false,
            "signin.allowed", false,
            "translate.enabled", false,
            "download_restrictions", 3);

    @Override
    public synchronized void close() {
        service.stop();
    }
}
