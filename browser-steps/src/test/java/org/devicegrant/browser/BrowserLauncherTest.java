package org.devicegrant.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserLauncherTest {
    private static BrowserOptions options(BrowserOptions.Kind kind, URI remote) {
        return new BrowserOptions(kind, remote, true, 1, null, false, List.of());
    }

    @Test
    void withoutABrowserAutoFallsBackToHtmlUnitAndSaysSo() {
        try (Browsers browsers =
                BrowserLauncher.launch(options(BrowserOptions.Kind.AUTO, null), Map.of("PATH", "/nowhere"))) {
            assertThat(browsers.description()).startsWith("HtmlUnit").contains("no browser was found");
            assertThat(browsers.runsScripts()).isFalse();
        }
    }

    @Test
    void aMissingChromeIsNamedWithTheWayOut() {
        assertThatThrownBy(() ->
                        BrowserLauncher.launch(options(BrowserOptions.Kind.CHROME, null), Map.of("PATH", "/nowhere")))
                .isInstanceOf(BrowserFailure.class)
                .hasMessageContaining("DEVICE_GRANT_CHROME");
    }

    @Test
    void aVariableThatNamesNoProgramIsAnErrorThatNamesBoth() {
        Map<String, String> environment = Map.of("DEVICE_GRANT_CHROME", "/nowhere/chrome");
        assertThatThrownBy(() -> BrowserLauncher.launch(options(BrowserOptions.Kind.CHROME, null), environment))
                .isInstanceOf(BrowserFailure.class)
                .hasMessageContaining("DEVICE_GRANT_CHROME")
                .hasMessageContaining("/nowhere/chrome");
    }

    @Test
    void remoteWithoutAnAddressIsAnErrorThatNamesTheKey() {
        assertThatThrownBy(() -> BrowserLauncher.launch(options(BrowserOptions.Kind.REMOTE, null), Map.of()))
                .isInstanceOf(BrowserFailure.class)
                .hasMessageContaining("approval.remote_url");
    }

    @Test
    void aRemoteServerThatIsNotThereIsAFailureOfTheBrowser() {
        URI nobody = URI.create("http://127.0.0.1:9/");
        assertThatThrownBy(() -> BrowserLauncher.launch(options(BrowserOptions.Kind.REMOTE, nobody), Map.of()))
                .isInstanceOf(BrowserFailure.class)
                .hasMessageContaining("http://127.0.0.1:9/");
    }
}
