package org.devicegrant.load.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.devicegrant.load.measure.PerConstant;

/** Counts breaches of each invariant and keeps the first examples. Thread-safe. */
public final class Violations {
    private static final int EXAMPLES = 5;

    private final PerConstant<Invariant, LongAdder> counts = PerConstant.of(Invariant.class, each -> new LongAdder());
    private final PerConstant<Invariant, List<String>> examples =
            PerConstant.of(Invariant.class, each -> new ArrayList<>());

    /** Notes a breach. The example must hold no code, token or secret. */
    public void add(Invariant invariant, String example) {
        counts.get(invariant).increment();
        List<String> kept = examples.get(invariant);
        synchronized (kept) {
            if (kept.size() < EXAMPLES) {
                kept.add(example);
            }
        }
    }

    /** Adds those of another trial. */
    public void addAll(Violations others) {
        for (Invariant invariant : Invariant.values()) {
            counts.get(invariant).add(others.count(invariant));
            List<String> kept = examples.get(invariant);
            synchronized (kept) {
                others.examples(invariant).stream()
                        .limit(EXAMPLES - (long) kept.size())
                        .forEach(kept::add);
            }
        }
    }

    /** How often any was broken that load alone does not explain. */
    public long beyondLoad() {
        return Arrays.stream(Invariant.values())
                .filter(invariant -> !invariant.breaksUnderLoad())
                .mapToLong(this::count)
                .sum();
    }

    /** How often the invariant was broken. */
    public long count(Invariant invariant) {
        return counts.get(invariant).sum();
    }

    /** How often any was. */
    public long total() {
        return Arrays.stream(Invariant.values()).mapToLong(this::count).sum();
    }

    /** The first breaches, in the order they were seen. */
    public List<String> examples(Invariant invariant) {
        List<String> kept = examples.get(invariant);
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }
}
