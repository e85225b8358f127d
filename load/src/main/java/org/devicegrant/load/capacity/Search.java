package org.devicegrant.load.capacity;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.load.capacity.Attempt.End;
import org.devicegrant.load.capacity.Attempt.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the most devices that a server carries: doubles until a load is refused, halves the gap on a logarithmic
 * scale until it is narrow, asks once more whether the upper end is really refused, and confirms the lower end with
 * trials of full length. A noisy machine makes loads look refused that are not, seldom the other way round; so a refusal
 * needs two of three trials, and a confirmation that fails moves the interval down.
 */
public final class Search {
    private static final int CONFIRMATIONS = 3;
    private static final int MAJORITY = 2;
    /** So many invalid trials of one load, and the generator is taken to be the limit. */
    private static final int MOST_INVALID = 6;
    /** One trial in so many is the reference. */
    private static final int REFERENCE_EVERY = 6;
    /** So often the interval may be moved after it was found. */
    private static final int MOST_MOVES = 12;

    private final Trials trials;
    private final Bounds bounds;
    private final List<Attempt> attempts = new ArrayList<>();
    private int carried;
    private @Nullable Integer refused;
    private int confirmations;
    private int asked;
    private int reference;
    private int sinceReference;
    private int moves;
    private boolean narrowed = true;

    private Search(Trials trials, Bounds bounds) {
        this.trials = trials;
        this.bounds = bounds;
    }

    /** Searches. Returns what is known when it has its answer or has to end before. */
    public static Found run(Trials trials, Bounds bounds) {
        Search search = new Search(trials, bounds);
        End end = null;
        try {
            search.search();
        } catch (Ended e) {
            end = e.end;
        }
        return new Found(search.carried, search.refused, search.confirmations, search.asked, search.attempts, end);
    }

    private void search() throws Ended {
        climb(bounds.start());
        do {
            narrowed = narrow();
        } while (carried > 0 && ((narrowed && upperEndGivesWay()) || !confirmed()) && moves++ < MOST_MOVES);
        if (reference > 0) {
            play(Kind.REFERENCE, reference);
        }
        if (!narrowed) {
            throw new Ended(End.GENERATOR);
        }
    }

    /** Doubles from there until a load is refused; halves if the first one is refused already. */
    private void climb(int from) throws Ended {
        int next = from;
        while (refused == null && carried < bounds.most()) {
            learn(next, carries(Kind.DOUBLING, next, 1));
            next = (int) Math.min(bounds.most(), next * 2L);
        }
        while (carried == 0 && refused != null && refused > 1) {
            next = Math.max(1, refused / 2);
            learn(next, carries(Kind.DOUBLING, next, 1));
        }
    }

    /** Halves the gap until it is narrow. False if the generator could not tell; what is known then is still confirmed. */
    private boolean narrow() throws Ended {
        try {
            halve();
            return true;
        } catch (Ended e) {
            if (e.end != End.GENERATOR) {
                throw e;
            }
            return false;
        }
    }

    private void halve() throws Ended {
        while (carried > 0 && refused != null && refused - carried > 1 && refused > carried * Bounds.RESOLUTION) {
            int middle = (int) Math.round(Math.sqrt((double) carried * refused));
            int between = Math.min(refused - 1, Math.max(carried + 1, middle));
            learn(between, carries(Kind.BISECTION, between, MAJORITY));
        }
    }

    /** Whether the load that was refused is carried after all; then the search goes on above it. */
    private boolean upperEndGivesWay() throws Ended {
        Integer upper = refused;
        if (upper == null || asked > 0 || valid(Kind.BISECTION, upper).verdict() == Verdict.FAIL) {
            return false;
        }
        if (!carries(Kind.BISECTION, upper, MAJORITY)) {
            return false;
        }
        carried = upper;
        refused = null;
        for (double step = Bounds.RESOLUTION; refused == null && carried < bounds.most(); step *= step) {
            int next = (int) Math.min(bounds.most(), Math.max(carried + 1L, Math.round(carried * step)));
            learn(next, carries(Kind.BISECTION, next, MAJORITY));
        }
        return true;
    }

    /** Whether the lower end holds for the full length; otherwise it becomes the upper one. */
    private boolean confirmed() throws Ended {
        asked = 0;
        confirmations = 0;
        while (asked < CONFIRMATIONS) {
            if (valid(Kind.CONFIRMATION, carried).verdict() == Verdict.PASS) {
                confirmations++;
            }
            asked++;
        }
        if (confirmations >= MAJORITY) {
            return true;
        }
        refused = carried;
        carried = Math.min(carried - 1, (int) (carried / Bounds.RESOLUTION));
        return false;
    }

    private void learn(int devices, boolean carries) {
        if (carries) {
            carried = devices;
            reference = reference == 0 ? devices : reference;
        } else {
            refused = devices;
        }
    }

    /** Whether a load is carried: that many passes, before two trials have failed. */
    private boolean carries(Kind kind, int devices, int needed) throws Ended {
        int passed = 0;
        int failed = 0;
        while (passed < needed && failed < MAJORITY) {
            if (valid(kind, devices).verdict() == Verdict.PASS) {
                passed++;
            } else {
                failed++;
            }
        }
        return passed >= needed;
    }

    /** A trial that shows something. */
    private Attempt valid(Kind kind, int devices) throws Ended {
        for (int invalid = 0; invalid < MOST_INVALID; invalid++) {
            if (reference > 0 && ++sinceReference >= REFERENCE_EVERY) {
                sinceReference = 0;
                play(Kind.REFERENCE, reference);
            }
            Attempt attempt = play(kind, devices);
            if (attempt.verdict() != Verdict.INVALID) {
                return attempt;
            }
        }
        throw new Ended(End.GENERATOR);
    }

    private Attempt play(Kind kind, int devices) throws Ended {
        Attempt attempt = trials.play(kind, devices);
        attempts.add(attempt);
        if (attempt.end() != null) {
            throw new Ended(attempt.end());
        }
        return attempt;
    }

    /** Nothing more can be tried. */
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1;
        private final End end;

        Ended(End end) {
            super(end.name(), null, false, false);
            this.end = end;
        }
    }
}
