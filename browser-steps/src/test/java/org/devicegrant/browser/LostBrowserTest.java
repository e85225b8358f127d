package org.devicegrant.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.devicegrant.browser.driver.Chromium;
import org.devicegrant.browser.gallery.Exhibit;
import org.devicegrant.browser.gallery.OnStage;
import org.devicegrant.browser.gallery.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Browsers that die or do not come: it is said, they are replaced, and nothing is left running. */
@ExtendWith(OnStage.class)
class LostBrowserTest {
    private static final String FOREIGN = "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n";

    @Test
    void aKilledBrowserFailsAndIsReplaced(Stage stage, @TempDir Path folder) throws Exception {
        stage.chromium();
        Set<ProcessHandle> others = drivers();
        Exhibit exhibit = Exhibit.all().get(0);
        URI page = stage.server().address(exhibit);
        BrowserOptions options =
                new BrowserOptions(BrowserOptions.Kind.CHROME, null, true, 1, folder, false, List.of());
        Set<ProcessHandle> started = new HashSet<>();
        try (Browsers browsers = BrowserLauncher.launch(options)) {
            started.addAll(drivers());
            started.removeAll(others);
            try (Profile profile = browsers.profile();
                    Tab tab = profile.tab()) {
                tab.open(page);
                kill(started);
                assertThatThrownBy(tab::text).isInstanceOf(BrowserFailure.class);
                Walk walk = tab.walk(errand());
                assertThat(walk.understood()).isFalse();
                assertThat(walk.reason()).startsWith("the browser failed: ");
                assertThat(folder.resolve(String.valueOf(walk.notes()))).isNotEmptyFile();
            }
            try (Profile profile = browsers.profile();
                    Tab tab = profile.tab()) {
                tab.open(page);
                Walk walk = tab.walk(errand());
                assertThat(walk.ending()).as(walk.toString()).isEqualTo(PageKind.WRONG_CODE);
                assertThat(folder.resolve(String.valueOf(walk.steps().get(0).screenshot())))
                        .isNotEmptyFile();
            }
            started.addAll(children(started));
        }
        assertGone(started);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the driver that is put in the way is a shell script")
    void aDriverOfAnotherVersionIsNamedAndStopped(@TempDir Path folder) throws Exception {
        Map<String, String> environment = environment(foreignDriver(folder));
        BrowserOptions chrome = new BrowserOptions(BrowserOptions.Kind.CHROME, null, true, 1, null, false, List.of());
        assertThatThrownBy(() -> BrowserLauncher.launch(chrome, environment))
                .isInstanceOf(BrowserFailure.class)
                .hasMessageContaining("foreign-driver")
                .hasMessageContaining("only supports Chrome version 99");
        assertGone(foreignDrivers());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the driver that is put in the way is a shell script")
    void aDriverThatEndsAtOnceIsNamedAndHtmlUnitTakesItsPlace(@TempDir Path folder) throws Exception {
        Path driver = script(folder.resolve("broken-driver"), "#!/bin/sh\nexit 1\n");
        Map<String, String> environment = environment(driver);
        BrowserOptions auto = new BrowserOptions(BrowserOptions.Kind.AUTO, null, true, 1, null, false, List.of());
        try (Browsers browsers = BrowserLauncher.launch(auto, environment)) {
            assertThat(browsers.description())
                    .startsWith("HtmlUnit")
                    .contains("no browser could be used", "broken-driver", "did not start");
        }
    }

    private static Errand errand() {
        return new Errand("BCDF-GHJK", null, Decision.APPROVE, Duration.ofMinutes(2));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Set<ProcessHandle> drivers() {
        return ProcessHandle.current()
                .children()
                .filter(p -> p.info().command().orElse("").endsWith("chromedriver"))
                .collect(Collectors.toSet());
    }

    private static Set<ProcessHandle> foreignDrivers() {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().commandLine().orElse("").contains(ForeignDriver.class.getName()))
                .collect(Collectors.toSet());
    }

    private static Set<ProcessHandle> children(Set<ProcessHandle> drivers) {
        return drivers.stream().flatMap(ProcessHandle::descendants).collect(Collectors.toSet());
    }

    private static void kill(Set<ProcessHandle> drivers) {
        List<ProcessHandle> browsers =
                drivers.stream().flatMap(ProcessHandle::children).toList();
        assertThat(browsers).isNotEmpty();
        browsers.forEach(ProcessHandle::destroyForcibly);
    }

    private static void assertGone(Set<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            for (int beats = 0; runs(process) && beats < 1200; beats++) {
                try {
                    process.onExit().get(100, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Not yet.
                }
            }
            assertThat(runs(process)).as(process.info().toString()).isFalse();
        }
    }

    /** What has died and was not fetched by its parent yet has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static Map<String, String> environment(Path driver) {
        return Map.of("PATH", "/nowhere", Chromium.BINARY, java(), Chromium.DRIVER, driver.toString());
    }

    private static Path foreignDriver(Path folder) throws Exception {
        Path classes = Path.of(ForeignDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return script(
                folder.resolve("foreign-driver"), FOREIGN.formatted(java(), classes, ForeignDriver.class.getName()));
    }

    private static Path script(Path file, String content) throws IOException {
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
