package org.devicegrant.browser;

/** Browsers of one kind, handed out as isolated profiles. Safe for use by several threads. */
public interface Browsers extends AutoCloseable {
    /** What it is, for reports: {@code Chromium 156.0 (headless)} or {@code HtmlUnit 5.5 (no browser was found)}. */
    String description();

    /** Whether pages may rely on scripts as in a real browser. */
    boolean runsScripts();

    /**
     * An empty profile. Blocks until one is free; at most {@code BrowserOptions.profiles} are out at once.
     *
     * @throws BrowserFailure if no browser can be started
     */
    Profile profile();

    @Override
    void close();
}
