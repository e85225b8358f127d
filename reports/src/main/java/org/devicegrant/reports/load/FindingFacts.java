package org.devicegrant.reports.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadFindings;

/** What only some scenarios find out, as names and values. */
final class FindingFacts {
    private final List<List<String>> facts = new ArrayList<>();

    private FindingFacts() {}

    static List<List<String>> of(LoadFindings findings) {
        FindingFacts all = new FindingFacts();
        if (findings.approvals() != null) {
            all.approvals(findings.approvals());
        }
        if (findings.renewal() != null) {
            all.renewal(findings.renewal());
        }
        if (findings.drift() != null) {
            all.drift(findings.drift());
        }
        if (findings.capacity() != null) {
            all.capacity(findings.capacity());
        }
        return all.facts;
    }

    private void approvals(LoadFindings.Approvals a) {
        add("Approved by", a.by());
        add("Approvals", text("%d of %d confirmed, %.1f a second", a.confirmed(), a.planned(), a.perSecond()));
        add(
                "One approval took",
                text(
                        "%.0f ms in the median, %.0f ms at p99",
                        a.durationMs().p50(), a.durationMs().p99()));
        a.problems().forEach(problem -> add("Not approved", problem));
    }

    private void renewal(LoadFindings.Renewal r) {
        add("Codes expired", String.valueOf(r.expired()));
        add("Codes renewed", String.valueOf(r.renewed()));
        add(
                "Everybody had a new code after",
                r.recoveredAfterMs() == null ? "not reached" : r.recoveredAfterMs() + " ms");
    }

    private void drift(LoadFindings.Drift d) {
        add(
                "Drift of the median",
                text("%+.2f ms per hour%s", d.p50MsPerHour(), d.significant() ? "" : ", not more than chance"));
        add("Drift of p99", text("%+.2f ms per hour", d.p99MsPerHour()));
    }

    private void capacity(LoadCapacity c) {
        add(
                "Devices carried at the interval",
                c.devicesTo() == null ? "at least " + c.devicesFrom() : c.devicesFrom() + " to " + c.devicesTo());
        add("Polls per second there", text("%.1f", c.pollsPerSecond()));
        add("What gave out", c.gaveOut());
        add("Confirmed", c.confirmed());
        add("Drift of the machine", text("%.0f %% at most, by the reference trial", c.machineDrift() * 100));
        if (c.law() != null) {
            add(
                    "Universal Scalability Law",
                    text(
                            "lambda %.1f, sigma %.4f, kappa %.6f, R2 %.3f",
                            c.law().lambda(),
                            c.law().sigma(),
                            c.law().kappa(),
                            c.law().fit()));
        }
    }

    private void add(String name, String value) {
        facts.add(List.of(name, value));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
