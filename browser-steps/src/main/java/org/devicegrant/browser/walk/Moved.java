package org.devicegrant.browser.walk;

/** The page changed under the hands: look again. */
public final class Moved extends Exception {
    private static final long serialVersionUID = 1L;

    public Moved(Throwable cause) {
        super("the page changed meanwhile", cause);
    }
}
