package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {

    @TempDir
    private Path temporary;

    private final RunReport planned = SampleRun.with(0, true, SampleRun.results());
    private ReportDirectory directory;

    @BeforeEach
    void open() {
        directory = new ReportDirectory(temporary.resolve("run"));
    }

    @Test
    void aKilledRunIsReadAsCutShortWithWhatItHadFound() {
        RunJournal journal = directory.begin(planned);
        journal.verdict(SampleRun.failing("8628-3.2-not-late"));
        RunReport run = directory.read().run();
        assertThat(run.complete()).isFalse();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.durationMs()).isEqualTo(812 + 3456);
        assertThat(run.results()).hasSameSizeAs(planned.results());
        assertThat(run.results().get(1)).isEqualTo(SampleRun.failing("8628-3.2-not-late"));
        assertThat(run.results().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.results().get(0).message()).isEqualTo("the run ended before this was judged");
        assertThat(run.results().get(3).verdict()).isEqualTo(Verdict.SKIPPED);
        journal.close();
    }

    @Test
    void aRunKilledBeforeItsFirstVerdictIsNoSuccess() {
        directory.begin(planned).close();
        RunReport run = directory.read().run();
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(Headline.of(run).title()).isEqualTo("Cut short");
        assertThat(HtmlReport.render(run, List.of())).contains("Cut short");
    }

    @Test
    void aLastLineThatWasCutOffIsLeftOut() throws Exception {
        try (RunJournal journal = directory.begin(planned)) {
            SampleRun.results().forEach(journal::verdict);
        }
        Path file = temporary.resolve("run").resolve(RunJournal.FILE);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 30));
        assertThat(directory.read().run().results().subList(0, 6))
                .isEqualTo(SampleRun.results().subList(0, 6));
        Files.writeString(file, text.replaceAll("\n\\{", "\n"));
        assertThatThrownBy(directory::read)
                .isInstanceOf(UnreadableReport.class)
                .hasMessageEndingWith("run.partial.jsonl is damaged in line 2");
        Files.writeString(file, "");
        assertThatThrownBy(directory::read).hasMessageContaining("the run was cut short before it began");
    }

    @Test
    void finishedResultsTakeThePlaceOfTheJournal() {
        RunJournal journal = directory.begin(planned);
        journal.close();
        directory.write(SampleRun.run(), List.of(), EnumSet.of(Format.JSON));
        assertThat(temporary.resolve("run").resolve(RunJournal.FILE)).doesNotExist();
        assertThat(directory.read().run()).isEqualTo(SampleRun.run());
    }

    @Test
    void aNewRunDoesNotShowTheResultsOfTheOneBefore() {
        directory.write(SampleRun.run(), List.of(), EnumSet.allOf(Format.class));
        try (ExchangeLog log = ExchangeLog.open(directory.exchanges())) {
            SampleRun.exchanges().forEach(log::append);
        }
        directory.begin(planned).close();
        assertThat(directory.index()).doesNotExist();
        assertThat(directory.read().exchanges()).isEmpty();
        assertThat(directory.read().run().complete()).isFalse();
    }

    @Test
    void aFullDiskLeavesEverythingReadableThatWasWrittenBefore() throws Exception {
        directory.create();
        Path file = temporary.resolve("run").resolve(RunJournal.FILE);
        directory.begin(planned).close();
        String first = Files.readString(file);
        FullDisk disk = new FullDisk(1600);
        try (RunJournal journal = new RunJournal(file, disk)) {
            journal.verdict(SampleRun.failing("8628-3.2-not-late"));
            assertThatThrownBy(() -> SampleRun.results().forEach(journal::verdict))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("run.partial.jsonl: No space left on device");
            disk.makeRoom();
            assertThatThrownBy(() -> journal.verdict(SampleRun.failing("8628-3.2-not-late")))
                    .hasMessageContaining("an earlier line could not be written");
        }
        Files.writeString(file, first + disk.text());

        RunReport run = directory.read().run();
        assertThat(run.complete()).isFalse();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.results().get(1)).isEqualTo(SampleRun.failing("8628-3.2-not-late"));
    }
}
