package org.devicegrant.browser;

public final class BrowserLauncher {
    private BrowserLauncher() {}

    public static Browsers launch(BrowserOptions o) {
        throw new BrowserFailure("stub");
    }
}
