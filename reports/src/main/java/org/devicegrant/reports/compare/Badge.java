package org.devicegrant.reports.compare;

import java.util.Locale;
import org.devicegrant.reports.Headline;
import org.devicegrant.reports.html.BadgeView;
import org.devicegrant.reports.html.Templates;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/** An SVG badge for a README: what was tested on the left, what came out on the right. */
public final class Badge {

    private Badge() {}

    /** The badge of one run. */
    public static String svg(RunReport run) {
        Headline headline = Headline.of(run);
        String words = switch (headline.tone()) {
            case GOOD -> run.counts().get(Verdict.PASS) + " pass";
            case BAD -> Headline.broken(run) + " broken, " + run.counts().get(Verdict.PASS) + " pass";
            case DOUBT -> headline.title().toLowerCase(Locale.ROOT);
        };
        return Templates.render("badge.jte", BadgeView.of(words, headline));
    }
}
