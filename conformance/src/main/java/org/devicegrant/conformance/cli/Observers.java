package org.devicegrant.conformance.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.reports.ExchangeLog;
import org.devicegrant.reports.RunJournal;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;

/**
 * Tells the person who waits, and the files that outlive a run that is cut short. A full disk does not end the run: all
 * of it is in memory too, and room may be made before its report is written.
 */
final class Observers implements RunListener {
    private final Progress progress;
    private final RunJournal journal;
    private final ExchangeLog log;
    private final PrintWriter err;
    private final AtomicBoolean lost = new AtomicBoolean();

    Observers(Progress progress, RunJournal journal, ExchangeLog log, PrintWriter err) {
        this.progress = progress;
        this.journal = journal;
        this.log = log;
        this.err = err;
    }

    @Override
    public void verdict(CheckResult result) {
        keep(() -> journal.verdict(result));
        progress.verdict(result);
    }

    @Override
    public void started(List<String> selected) {
        progress.started(selected);
    }

    @Override
    public void note(String note) {
        progress.note(note);
    }

    /** An exchange is complete. */
    void exchange(ExchangeRecord exchange) {
        keep(() -> log.append(exchange));
    }

    /** Whether something could not be kept while the run went on. */
    boolean lost() {
        return lost.get();
    }

    private void keep(Runnable write) {
        try {
            write.run();
        } catch (UncheckedIOException e) {
            if (lost.compareAndSet(false, true)) {
                progress.interject(() -> err.println("device-grant: " + e.getMessage()
                        + "; the run goes on, make room before it writes its report"));
            }
        }
    }
}
