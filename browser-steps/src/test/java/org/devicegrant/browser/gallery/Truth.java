package org.devicegrant.browser.gallery;

import java.util.ArrayList;
import java.util.List;

/** What really happened to one user code. */
public final class Truth {
    private final List<String> decisions = new ArrayList<>();
    private final List<String> traps = new ArrayList<>();

    synchronized void decided(String decision) {
        decisions.add(decision);
    }

    synchronized void trap(String path) {
        traps.add(path);
    }

    /** {@code approve} or {@code deny}, in the order they came in. */
    public synchronized List<String> decisions() {
        return List.copyOf(decisions);
    }

    /** Controls that had to be left alone and were not. */
    public synchronized List<String> traps() {
        return List.copyOf(traps);
    }
}
