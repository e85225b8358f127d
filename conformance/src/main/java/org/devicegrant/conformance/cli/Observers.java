package org.devicegrant.conformance.cli;

import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.reports.RunJournal;
import org.devicegrant.reports.model.CheckResult;

/** Tells the person who waits, and the journal that outlives a run that is cut short. */
final class Observers implements RunListener {
    private final Progress progress;
    private final RunJournal journal;

    Observers(Progress progress, RunJournal journal) {
        this.progress = progress;
        this.journal = journal;
    }

    @Override
    public void verdict(CheckResult result) {
        journal.verdict(result);
        progress.verdict(result);
    }

    @Override
    public void started(int selected) {
        progress.started(selected);
    }

    @Override
    public void note(String note) {
        progress.note(note);
    }
}
