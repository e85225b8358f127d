package org.devicegrant.browser.driver;

import java.util.ArrayList;
import java.util.List;

/** What pages complained about in the console of a browser, until somebody asks. */
final class Complaints {
    private static final int MOST = 20;
    private static final int LENGTH = 300;

    private final List<String> said = new ArrayList<>();

    synchronized void add(String message) {
        String line = "console: " + bare(message.replaceAll("\\s+", " ").strip());
        if (said.size() < MOST && !said.contains(line)) {
            said.add(line.length() > LENGTH ? line.substring(0, LENGTH) + "…" : line);
        }
    }

    /** All that was said since the last time. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(said);
        said.clear();
        return taken;
    }

    /** Addresses without their queries, which carry codes and states. */
    static String bare(String text) {
        return text.replaceAll("(https?://[^\\s?#\"']*)[?#][^\\s\"']*", "$1");
    }
}
