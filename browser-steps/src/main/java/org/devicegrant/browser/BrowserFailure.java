package org.devicegrant.browser;

/** The browser could not be started, died or did not answer; says nothing about the server. */
public class BrowserFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrowserFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public BrowserFailure(String message) {
        super(message);
    }
}
