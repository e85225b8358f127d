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

    /**
     * Starts browsers for profiles that will be asked for, so that nobody has to wait for them then.
     *
     * @param profiles how many; where fewer may be out at once, no more than these
     * @throws BrowserFailure if one cannot be started
     */
    default void prepare(int profiles) {}

    @Override
    void close();
}
