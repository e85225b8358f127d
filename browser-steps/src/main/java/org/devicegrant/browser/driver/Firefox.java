package org.devicegrant.browser.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.walk.Waiting;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Firefox that is installed, driven by its own remote protocol, so that no driver program is needed. */
public final class Firefox implements Engine {
    /** Environment variable that says where the browser is. */
    public static final String BINARY = "DEVICE_GRANT_FIREFOX";

    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("firefox", "firefox-esr");
    private static final List<String> FILES = List.of(
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "%ProgramFiles%\\Mozilla Firefox\\firefox.exe",
            "%ProgramFiles(x86)%\\Mozilla Firefox\\firefox.exe");

    private final Path binary;
    private final boolean headless;
    private final boolean insecureTls;
    private String description = "Firefox";

    private Firefox(Path binary, boolean headless, boolean insecureTls) {
        this.binary = binary;
        this.headless = headless;
        this.insecureTls = insecureTls;
    }

    /** The one that is installed, or nothing. */
    public static Optional<Firefox> find(Map<String, String> environment, boolean headless, boolean insecureTls) {
        return new Places(environment)
                .find(BINARY, NAMES, FILES)
                .map(binary -> new Firefox(binary, headless, insecureTls));
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
        Process process = null;
        try {
            Files.writeString(folder.resolve("user.js"), PREFERENCES);
            Process begun = launch(folder);
            process = begun;
            Marionette connection = new Marionette(port(folder, process));
            CommandExecutor commands =
                    new BoundedCommands(new MarionetteExecutor(connection, insecureTls), begun::destroyForcibly);
            RemoteWebDriver driver = new RemoteWebDriver(commands, new MutableCapabilities());
            String version = driver.getCapabilities().getBrowserVersion().replaceAll("^(\\d+\\.\\d+).*", "$1");
            description = "Firefox " + version + (headless ? " (headless)" : "");
            return new FirefoxSeat(driver, connection, process, folder);
        } catch (IOException | WebDriverException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            Folders.delete(folder);
            throw new BrowserFailure(binary + " did not start: " + Messages.firstLine(e));
        }
    }

    private Process launch(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--marionette",
                "--remote-allow-system-access",
                "--no-remote",
                "--profile",
                folder.toString()));
        if (headless) {
            command.add("--headless");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putIfAbsent("MOZ_CRASHREPORTER_DISABLE", "1");
        // Firefox refuses to run as root in a home that is somebody else's.
        if ("root".equals(System.getProperty("user.name"))) {
            builder.environment().put("HOME", folder.toString());
        }
        return builder.start();
    }

    /** Firefox picks a free port and writes it down when it listens. */
    private static int port(Path folder, Process process) throws IOException {
        File file = folder.resolve("MarionetteActivePort").toFile();
        Waiting waiting = Waiting.upTo(START);
        while (file.length() == 0) {
            if (!process.isAlive() || waiting.isOver()) {
                throw new IOException(
                        process.isAlive() ? "no answer after " + START.toSeconds() + " s" : "it ended at once");
            }
            waiting.pause();
        }
        return Integer.parseInt(Files.readString(file.toPath()).strip());
    }

    @Override
    public void close() {
        // Every profile ends its own process.
    }

    private static final String PREFERENCES = """
            user_pref("marionette.port", 0);
            user_pref("remote.prefs.recommended", true);
            user_pref("app.update.disabledForTesting", true);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("browser.startup.page", 0);
            user_pref("browser.startup.homepage", "about:blank");
            user_pref("browser.aboutwelcome.enabled", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
            user_pref("signon.rememberSignons", false);
            user_pref("signon.autofillForms", false);
            user_pref("browser.formfill.enable", false);
            user_pref("extensions.formautofill.addresses.enabled", false);
            user_pref("extensions.formautofill.creditCards.enabled", false);
            user_pref("identity.fxaccounts.enabled", false);
            user_pref("browser.translations.enable", false);
            user_pref("browser.download.always_ask_before_handling_new_types", false);
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            user_pref("security.OCSP.enabled", 0);
            user_pref("dom.disable_open_during_load", false);
            user_pref("widget.non-native-theme.enabled", true);
            """;
}
