package org.devicegrant.browser.driver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.browser.NetworkEvent;

/** What one tab asked for and got, in the order of asking. */
final class Traffic {
    private final List<Call.Hop> hops = new ArrayList<>();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final Set<String> loadingFrames = new HashSet<>();

    Call call(String id) {
        return calls.computeIfAbsent(id, i -> new Call());
    }

    void add(Call.Hop hop) {
        hops.add(hop);
    }

    void frame(String id, boolean loading) {
        if (loading) {
            loadingFrames.add(id);
        } else {
            loadingFrames.remove(id);
        }
    }

    /** Whether a document is on its way, or a script has asked for something a short while ago. */
    boolean isBusy() {
        return !loadingFrames.isEmpty() || calls.values().stream().anyMatch(Call::isAwaited);
    }

    /** Requests that failed or were answered with an error, each told once. */
    List<String> troubles() {
        return hops.stream().flatMap(hop -> hop.trouble().stream()).toList();
    }

    List<NetworkEvent> events() {
        return hops.stream().filter(Call.Hop::isAnswered).map(Call.Hop::event).toList();
    }
}
