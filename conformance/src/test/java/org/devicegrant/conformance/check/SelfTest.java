package org.devicegrant.conformance.check;

import java.util.List;
import java.util.function.Function;

/** One kind of run for each of many subjects, several at once, with each result written down as it comes. */
final class SelfTest<T> {
    private final Ledger ledger;
    private final List<T> subjects;
    private final Function<T, String> name;
    private final int atOnce;

    private SelfTest(Ledger ledger, List<T> subjects, Function<T, String> name, int atOnce) {
        this.ledger = ledger;
        this.subjects = subjects;
        this.name = name;
        this.atOnce = atOnce;
    }

    static <T> SelfTest<T> of(String what, List<T> subjects, Function<T, String> name, int atOnce) {
        return new SelfTest<>(new Ledger(what, subjects.size()), subjects, name, atOnce);
    }

    /** What there is to complain about after all runs. */
    List<String> complaints(Function<T, Findings> run) throws InterruptedException {
        return Examined.each(subjects, atOnce, subject -> {
            long started = System.nanoTime();
            Findings findings = examined(subject, run);
            ledger.enter(name.apply(subject), Ledger.since(started), findings);
            return findings.complaints();
        });
    }

    /** A run that fails costs its own subject, and none of the others. */
    private Findings examined(T subject, Function<T, Findings> run) {
        try {
            return run.apply(subject);
        } catch (RuntimeException | AssertionError fault) {
            return Findings.fault(fault);
        }
    }
}
