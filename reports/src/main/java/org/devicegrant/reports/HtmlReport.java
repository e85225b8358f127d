package org.devicegrant.reports;

import java.util.List;
import java.util.Map;
import org.devicegrant.reports.html.RunPage;
import org.devicegrant.reports.html.Templates;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.devicegrant.reports.replay.Replay;

/**
 * {@code index.html}: one self-contained page that works from a disk, offline and in print. Whatever a server sent is
 * escaped, and a content security policy keeps any script but the page's own from running.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** The page, with screenshots linked. */
    public static String render(RunReport run, List<ExchangeRecord> exchanges) {
        return render(run, exchanges, Map.of());
    }

    /**
     * The page.
     *
     * @param thumbnails small versions of screenshots as data URIs, by the path the results carry
     */
    public static String render(RunReport run, List<ExchangeRecord> exchanges, Map<String, String> thumbnails) {
        Replay replay = new Replay(exchanges);
        return Templates.render(
                "run.jte",
                RunPage.of(
                        run,
                        exchanges,
                        thumbnails,
                        result -> result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARNING
                                ? replay.script(result)
                                : ""));
    }
}
