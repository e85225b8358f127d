package org.devicegrant.browser.walk;

import java.time.Duration;
import org.devicegrant.browser.page.Snapshot;

/** Waits until a page rests: nothing is loading and the document has not changed for a moment. */
public final class Stillness {
    /** A page that has been calm for so long is taken as complete. */
    private static final Duration CALM = Duration.ofMillis(80);
    /** Clocks and animations never rest: after so long without loading the page is taken as it is. */
    private static final Duration RESTLESS = Duration.ofMillis(1000);
    /** Pictures and frames that never arrive must not hold a walk up. */
    private static final Duration LOADING = Duration.ofSeconds(8);
    /** On a machine that stood still meanwhile that time was none, so pulses count, too. */
    private static final int PULSES = 20;

    private Stillness() {}

    /** Waits until a page rests that may have been touched just now, so that what follows may not have begun. */
    public static Pulse await(Surface surface, Waiting whole) {
        return await(surface, whole, CALM);
    }

    /** Waits until a page rests that nobody has touched since it was last waited for; returns at once if it does. */
    private static Pulse settled(Surface surface, Waiting whole) {
        return await(surface, whole, Duration.ZERO);
    }

    /**
     * Looks at a page at rest. A document that is replaced between resting and looking is no page yet, so the next one is
     * waited for.
     *
     * @param touched whether the page may have been touched just now
     */
    public static Snapshot look(Surface surface, Waiting waiting, boolean touched) {
        Pulse pulse = touched ? await(surface, waiting) : settled(surface, waiting);
        Snapshot page = surface.snapshot();
        while (!surface.document().equals(pulse.document()) && !waiting.isOver()) {
            pulse = await(surface, waiting);
            page = surface.snapshot();
        }
        return page;
    }

    /** Returns the last pulse, when the page rests or the time is over. */
    private static Pulse await(Surface surface, Waiting whole, Duration least) {
        Waiting waiting = whole.atMost(LOADING);
        Pulse pulse = surface.pulse();
        Waiting calm = Waiting.upTo(RESTLESS);
        for (int pulses = 1; !waiting.isOver() || (pulses < PULSES && !whole.isOver()); pulses++) {
            if (pulse.loading()) {
                calm = Waiting.upTo(RESTLESS);
            } else if (pulse.certain()
                    || calm.isOver()
                    || (calm.passed().compareTo(least) >= 0 && pulse.quiet().compareTo(CALM) >= 0)) {
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
