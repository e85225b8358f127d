package org.devicegrant.browser.driver;

import org.devicegrant.browser.BrowserFailure;

/** Starts browsers of one kind. */
public interface Engine extends AutoCloseable {
    /** For reports; known once the first browser was started. */
    String description();

    /** Whether pages may rely on scripts as in a real browser. */
    boolean runsScripts();

    /**
     * Starts a browser with an empty profile.
     *
     * @throws BrowserFailure if it does not start
     */
    Seat start();

    /** Stops what serves all browsers of this kind. */
    @Override
    void close();
}
