package org.devicegrant.conformance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.Variant;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;

/**
 * What one run of many checks found about one server, held against what is known of it.
 *
 * @param noticed requirements that are named, and noticed it in the right words
 * @param besides requirements that noticed it for the same cause, by {@code consequences.yaml}
 * @param unseen requirements that are named, and could not tell in this run; {@link DefectsTest} asks each on its own
 * @param complaints false alarms, misses, wrong words, faults of the harness
 */
record Findings(Set<String> noticed, Set<String> besides, Set<String> unseen, List<String> complaints) {
    private static final Consequences CONSEQUENCES = Consequences.load();

    private static Findings none() {
        return new Findings(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    }

    /** Of a run that ended by a fault. */
    static Findings fault(Throwable fault) {
        Findings findings = none();
        findings.complaints.add("could not be examined: " + fault);
        return findings;
    }

    /** About a defect that was not shown to those that look at pages. */
    static Findings leftOut() {
        Findings findings = none();
        findings.unseen.add("any: it leaves the footprint of a conforming server");
        return findings;
    }

    /** As seen by checks that had pages to look at, or had none. */
    static Findings about(Defect defect, ConformanceRun.Outcome outcome, boolean pages) {
        Findings findings = of(outcome);
        outcome.report().results().forEach(result -> findings.take(defect, result, pages));
        return findings;
    }

    /** A lawful variant may be warned about, and nothing else. */
    static Findings about(Variant variant, ConformanceRun.Outcome outcome) {
        Findings findings = of(outcome);
        outcome.report().results().stream()
                .filter(result -> result.verdict() == Verdict.FAIL)
                .forEach(result -> findings.complain(variant.name() + " is blamed by", result));
        return findings;
    }

    private static Findings of(ConformanceRun.Outcome outcome) {
        Findings findings = none();
        outcome.faults()
                .forEach((id, fault) -> findings.complaints.add("fault of the harness in " + id + ": " + fault));
        return findings;
    }

    private void take(Defect defect, CheckResult result, boolean pages) {
        boolean named = defect.flaggedBy().contains(result.id());
        switch (result.verdict()) {
            case FAIL, WARNING -> takeFinding(defect, named, result, pages);
            case PASS -> {
                if (named && (pages || !Examined.mayNeedPages(result.id()))) {
                    complain(defect.name() + " is not noticed by", result);
                } else if (named) {
                    unseen.add(result.id() + " (there are no pages to look at)");
                }
            }
            case SKIPPED, INCONCLUSIVE, NOT_TESTABLE -> {
                if (named && !result.message().startsWith("Not selected")) {
                    unseen.add(result.id() + " (" + result.message() + ")");
                }
            }
        }
    }

    private void takeFinding(Defect defect, boolean named, CheckResult result, boolean pages) {
        if (named && Proof.rightly(defect, result)) {
            noticed.add(result.id());
        } else if (named && !pages && Examined.mayNeedPages(result.id())) {
            besides.add(result.id() + " (in other words, without pages)");
        } else if (named) {
            complain(defect.name() + " is noticed in other words by", result);
        } else if (CONSEQUENCES.of(defect).also().contains(result.id())) {
            besides.add(result.id());
        } else if (!result.id().equals(Proof.LIFETIME_CHOICE)) {
            complain(defect.name() + " is noticed by", result);
        }
    }

    private void complain(String what, CheckResult result) {
        complaints.add(what + " " + result.id() + " (" + result.verdict() + "): " + result.message());
    }
}
