package org.devicegrant.browser.walk;

import java.time.Duration;

/** Waits until a page rests: nothing is loading and the document has not changed for a moment. */
public final class Stillness {
    /** A page that has been calm for so long is taken as complete. */
    private static final Duration CALM = Duration.ofMillis(80);
    /** Clocks and animations never rest: after so long without loading the page is taken as it is. */
    private static final Duration RESTLESS = Duration.ofMillis(1000);
    /** Pictures and frames that never arrive must not hold a walk up. */
    private static final Duration LOADING = Duration.ofSeconds(8);

    private Stillness() {}

    /** Returns the last pulse, when the page rests or the time is over. */
    public static Pulse await(Surface surface, Waiting whole) {
        Waiting waiting = whole.atMost(LOADING);
        Pulse pulse = surface.pulse();
        Waiting calm = Waiting.upTo(RESTLESS);
        while (!waiting.isOver()) {
            if (pulse.loading()) {
                calm = Waiting.upTo(RESTLESS);
            } else if (pulse.certain()
                    || calm.isOver()
                    || (calm.passed().compareTo(CALM) >= 0 && pulse.quiet().compareTo(CALM) >= 0)) {
                return pulse;
            }
            waiting.pause();
            Pulse next = surface.pulse();
            if (!next.document().equals(pulse.document())) {
                calm = Waiting.upTo(RESTLESS);
            }
            pulse = next;
        }
        return pulse;
    }
}
