package org.devicegrant.load.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.devicegrant.load.measure.Answers;
import org.devicegrant.load.measure.Silences;

/** Stops a run whose server has failed: load on a server that only fails helps nobody and may keep it down. */
final class Breaker {
    private static final int SECONDS = 5;
    private static final int ENOUGH = 20;

    private final StopSignal stop;
    private final Deque<Answers> seconds = new ArrayDeque<>();

    Breaker(StopSignal stop) {
        this.stop = stop;
    }

    /** Looks at all answers so far; called once a second. */
    void look(Answers now, Map<String, Long> silences) {
        seconds.addLast(now);
        if (seconds.size() > SECONDS) {
            Answers recent = now.since(seconds.removeFirst());
            if (recent.total() >= ENOUGH && recent.failures() * 2 > recent.total()) {
                stop.fail("more than half of the requests of the last " + SECONDS + " seconds failed ("
                        + recent.failures() + " of " + recent.total() + ")"
                        + (silences.isEmpty() ? "" : "; without an answer: " + Silences.text(silences)));
            }
        }
    }
}
