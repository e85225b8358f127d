package org.devicegrant.conformance.automaton;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.protocol.ErrorCodes;

/**
 * A hypothesis about the throttle: a poll is told to slow down exactly if it comes too soon after a certain earlier one,
 * and how soon is too soon depends on nothing but the slow_down answers that the code has got. It holds the bounds of that
 * distance after 0, 1, 2, ... of them; where no distance fits, the hypothesis is refuted.
 */
final class Window {
    /** From which earlier poll the distance counts. */
    enum Start {
        /** The previous one, whatever it was answered. */
        ANY_POLL,
        /** The last one that was not told to slow down. */
        ACCEPTED_POLL
    }

    /** Further slow_down answers are counted as so many. */
    static final int MOST = 12;

    private final List<Bounds> distances = new ArrayList<>();
    private Bounds undisturbed = Bounds.NONE;

    private Window() {
        for (int i = 0; i <= MOST; i++) {
            distances.add(Bounds.NONE);
        }
    }

    static Window of(PollLog log, Start start) {
        Window window = new Window();
        log.codes().forEach(code -> window.read(code.polls(), start));
        window.undisturbed = window.distances.get(0);
        window.neverShrinks();
        return window;
    }

    private void read(List<Answer> polls, Start start) {
        Answer from = null;
        int slowDowns = 0;
        for (Answer poll : polls) {
            if (!poll.pending()) {
                return;
            }
            boolean slow = poll.isError(ErrorCodes.SLOW_DOWN);
            if (from != null) {
                note(slowDowns, from, poll, slow);
            }
            slowDowns += slow ? 1 : 0;
            from = slow && start == Start.ACCEPTED_POLL ? from : poll;
        }
    }

    private void note(int slowDowns, Answer from, Answer poll, boolean slow) {
        int place = Math.min(slowDowns, MOST);
        Bounds old = distances.get(place);
        distances.set(
                place,
                slow
                        ? old.longerThan(poll.sent() - from.received())
                        : old.notLongerThan(poll.received() - from.sent()));
    }

    /** A slow_down may lengthen the distance and never shortens it. */
    private void neverShrinks() {
        for (int i = 1; i <= MOST; i++) {
            if (distances.get(i - 1).hasLower()) {
                distances.set(
                        i, distances.get(i).longerThan(distances.get(i - 1).above()));
            }
        }
        for (int i = MOST - 1; i >= 0; i--) {
            if (distances.get(i + 1).hasUpper()) {
                distances.set(
                        i, distances.get(i).notLongerThan(distances.get(i + 1).atMost()));
            }
        }
    }

    /** How soon is too soon for a code that was never told to slow down: true whichever poll counts. */
    Bounds undisturbed() {
        return undisturbed;
    }

    /** How soon is too soon after so many slow_down answers. */
    Bounds after(int slowDowns) {
        return distances.get(Math.min(slowDowns, MOST));
    }

    /** Whether some answers cannot be explained by it. */
    boolean refuted() {
        return distances.stream().anyMatch(Bounds::contradictory);
    }
}
