package org.devicegrant.reports.load;

import java.util.Locale;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadReport.LimitedBy;
import org.devicegrant.reports.model.LoadReport.LoadInvariant;
import org.devicegrant.reports.model.LoadReport.LoadObjective;

/**
 * {@code junit.xml} of a load run, for CI: a case for each objective and each invariant. Where the generator was the
 * limit, a missed objective is skipped with the reason, because it says nothing about the server.
 */
public final class LoadJunit {
    private final LoadReport report;
    private final Markup cases = new Markup();
    private int tests;
    private int failures;
    private int skipped;

    private LoadJunit(LoadReport report) {
        this.report = report;
    }

    /** The XML text. */
    public static String render(LoadReport report) {
        return new LoadJunit(report).render();
    }

    private String render() {
        report.objectives().forEach(this::objective);
        report.violations().forEach(this::invariant);
        String head = String.format(
                Locale.ROOT,
                "<testsuite name=\"load %s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%.3f\">\n",
                Markup.escape(report.scenario()),
                tests,
                failures,
                skipped,
                report.measuredSeconds());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head + cases + "</testsuite>\n";
    }

    private void objective(LoadObjective objective) {
        open("objective " + objective.name() + " at most " + objective.limit());
        if (!objective.met() && report.limitedBy() == LimitedBy.GENERATOR) {
            skipped++;
            String why = "the generator was the limit: "
                    + String.join("; ", report.generator().guards());
            cases.raw("<skipped message=\"").text(why).raw("\"/>");
        } else if (!objective.met()) {
            fail(objective.measured() + " instead of " + objective.limit(), "");
        }
        cases.raw("</testcase>\n");
    }

    private void invariant(LoadInvariant invariant) {
        open("invariant " + invariant.id());
        if (invariant.count() > 0) {
            fail(
                    "broken " + invariant.count() + " times: " + invariant.rule(),
                    String.join("\n", invariant.examples()));
        }
        cases.raw("</testcase>\n");
    }

    private void open(String name) {
        tests++;
        cases.raw("<testcase classname=\"load\" name=\"").text(name).raw("\">");
    }

    private void fail(String message, String detail) {
        failures++;
        cases.raw("<failure message=\"").text(message).raw("\">").text(detail).raw("</failure>");
    }
}
