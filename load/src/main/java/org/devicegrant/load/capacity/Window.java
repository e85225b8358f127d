package org.devicegrant.load.capacity;

import java.util.List;

/**
 * Five seconds of a trial.
 *
 * @param valid whether the generator was in time
 * @param miss what was missed, or empty if the load was carried
 */
public record Window(boolean valid, String miss) {
    /** A trial passes with this share of its windows. */
    private static final double ENOUGH = 0.8;

    /** Whether the load was carried. */
    public boolean passes() {
        return miss.isEmpty();
    }

    /** What the windows of a trial show together. Those in which the generator was late do not count. */
    public static Verdict verdict(List<Window> windows) {
        long valid = windows.stream().filter(Window::valid).count();
        if (valid == 0 || valid * 2 < windows.size()) {
            return Verdict.INVALID;
        }
        long passed =
                windows.stream().filter(Window::valid).filter(Window::passes).count();
        return passed >= Math.ceil(ENOUGH * valid) ? Verdict.PASS : Verdict.FAIL;
    }
}
