package org.devicegrant.browser.driver;

import org.htmlunit.ClipboardHandler;

/** A clipboard of the browser's own: that of the machine belongs to somebody else, and a server has none. */
final class Clipboard implements ClipboardHandler {
    private String content = "";

    @Override
    public synchronized String getClipboardContent() {
        return content;
    }

    @Override
    public synchronized void setClipboardContent(String string) {
        content = string;
    }
}
