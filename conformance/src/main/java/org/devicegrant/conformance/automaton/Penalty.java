package org.devicegrant.conformance.automaton;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a slow_down costs, as far as every hypothesis that survived agrees. */
final class Penalty {
    private static final int MANY = 3;
    private static final long TOO_LITTLE = 150_000_000;

    private final List<Window> surviving;
    private final Findings findings;

    /**
     * @param surviving hypotheses that explain every answer
     */
    Penalty(List<Window> surviving, Findings findings) {
        this.surviving = surviving;
        this.findings = findings;
    }

    void infer() {
        agreeing(Findings.PENALTY, surviving.stream().map(this::penalty).collect(Collectors.toSet()));
        step();
        latches();
    }

    private void agreeing(String name, Set<String> words) {
        if (words.size() == 1 && !words.contains("")) {
            findings.says(name, words.iterator().next());
        } else {
            findings.unknown(
                    name,
                    words.contains("")
                            ? "no poll after a slow_down came at a time that would tell"
                            : "it depends on what starts the interval, which is unknown");
        }
    }

    private String penalty(Window window) {
        Bounds base = window.after(0);
        Bounds one = window.after(1);
        Bounds many = window.after(MANY);
        if (!base.closed()) {
            return "";
        }
        long longer = many.hasUpper() ? many.atMost() - base.above() : Long.MAX_VALUE;
        if (longer <= Math.max(base.atMost() / 10, TOO_LITTLE)) {
            return "none: after " + MANY + " slow_down answers the interval is at most " + Bounds.seconds(longer)
                    + " longer";
        }
        if (!one.hasLower() || one.above() < base.atMost()) {
            return "";
        }
        if (one.hasUpper() && many.hasLower() && many.above() >= one.atMost()) {
            return "escalating: each slow_down makes the interval longer";
        }
        boolean grewLess = many.hasUpper() && many.atMost() - one.above() < one.above() - base.atMost();
        return grewLess ? "fixed: the interval is longer after a slow_down, and further ones add nothing" : "";
    }

    private void step() {
        List<Bounds> steps = surviving.stream()
                .filter(window -> window.after(0).closed() && window.after(1).closed())
                .map(window -> window.after(1).minus(window.after(0)))
                .toList();
        if (!steps.isEmpty() && steps.size() == surviving.size()) {
            findings.measured(
                    Findings.PENALTY_STEP,
                    new Bounds(
                            Math.max(
                                    0,
                                    steps.stream()
                                            .mapToLong(Bounds::above)
                                            .min()
                                            .orElse(0)),
                            steps.stream().mapToLong(Bounds::atMost).max().orElse(0)));
        } else {
            findings.unknown(
                    Findings.PENALTY_STEP, "the interval after the first slow_down was not bounded from both sides");
        }
    }

    /** A poll that was accepted after a slow_down shows a way out; long waits without one show none. */
    private void latches() {
        boolean out = surviving.stream().allMatch(window -> window.after(1).hasUpper());
        long waited = surviving.stream()
                .mapToLong(window -> window.after(Window.MOST).above())
                .min()
                .orElse(Long.MIN_VALUE);
        long ordinary = surviving.stream()
                .mapToLong(window -> window.after(0).atMost())
                .max()
                .orElse(Long.MAX_VALUE);
        if (out) {
            findings.says(Findings.LATCHES, "yes: polls after a slow_down were accepted again");
        } else if (waited > ordinary) {
            findings.says(
                    Findings.LATCHES,
                    "none seen: a device was still told to slow down after it had waited " + Bounds.seconds(waited));
        } else {
            findings.unknown(Findings.LATCHES, "no device waited long enough after a slow_down");
        }
    }
}
