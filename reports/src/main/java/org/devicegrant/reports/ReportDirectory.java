package org.devicegrant.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;

/**
 * The directory a run leaves. Every file is replaced in one step and readable by its owner only, where the file system
 * knows owners.
 */
public final class ReportDirectory {

    /** Name of the file with all exchanges. */
    public static final String EXCHANGES = "exchanges.jsonl";

    private final Path directory;

    public ReportDirectory(Path directory) {
        this.directory = directory;
    }

    /** What a run left: the run and its exchanges. */
    public record Contents(RunReport run, List<ExchangeRecord> exchanges) {
        public Contents {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** Path of the page for people. */
    public Path index() {
        return directory.resolve(Format.HTML.fileName());
    }

    /** Path of the file with all exchanges, which {@link ExchangeLog} fills while the run goes on. */
    public Path exchanges() {
        return directory.resolve(EXCHANGES);
    }

    /**
     * Creates the directory if it does not exist.
     *
     * @throws UncheckedIOException if that is impossible; the message names the directory
     */
    public void create() {
        attempt("create the report directory", directory, () -> {
            OwnerOnlyFiles.createDirectories(directory);
            return directory;
        });
    }

    /**
     * Makes room for a new run: creates the directory, takes away what an earlier run has left there, screenshots
     * excepted, and begins the journal that survives a run that is cut short.
     *
     * @param planned the run with a result for every requirement, none of them judged yet
     * @throws UncheckedIOException if the directory cannot be written; the message names the place
     */
    public RunJournal begin(RunReport planned) {
        create();
        for (Format format : Format.values()) {
            delete(format.fileName());
        }
        delete(EXCHANGES);
        return RunJournal.begin(directory, planned);
    }

    /**
     * Writes the chosen formats. {@code exchanges.jsonl} is not touched; the journal of the run goes when the results
     * are there.
     *
     * @param exchanges all exchanges of the run
     * @throws UncheckedIOException if a file cannot be written; the message names it
     */
    public void write(RunReport run, List<ExchangeRecord> exchanges, Set<Format> formats) {
        create();
        for (Format format : formats) {
            put(format.fileName(), render(format, run, format == Format.SARIF ? inFileOrder(exchanges) : exchanges));
        }
        if (formats.contains(Format.JSON)) {
            delete(RunJournal.FILE);
        }
    }

    /**
     * Reads {@code results.json} and {@code exchanges.jsonl} back. Where a run was cut short, its journal takes the
     * place of the results, and {@link RunReport#complete()} is false.
     *
     * @throws UnreadableReport if the directory holds no results or they are damaged
     */
    public Contents read() {
        Path results = directory.resolve(Format.JSON.fileName());
        Path journal = directory.resolve(RunJournal.FILE);
        if (Files.exists(results)) {
            return new Contents(ResultsJson.read(text(results), results.toString()), inFileOrder(List.of()));
        }
        if (Files.exists(journal)) {
            return new Contents(RunJournal.recover(text(journal), journal.toString()), inFileOrder(List.of()));
        }
        throw new UnreadableReport(directory + " holds no " + Format.JSON.fileName()
                + ": give the directory a run has written with the format json");
    }

    /** The exchanges as they lie in {@code exchanges.jsonl}, or {@code otherwise} if there is no such file. */
    private List<ExchangeRecord> inFileOrder(List<ExchangeRecord> otherwise) {
        return Files.exists(exchanges())
                ? ExchangesJsonl.read(text(exchanges()), exchanges().toString()).exchanges()
                : otherwise;
    }

    private String render(Format format, RunReport run, List<ExchangeRecord> exchanges) {
        return switch (format) {
            case HTML -> HtmlReport.render(run, exchanges, Thumbnails.of(directory, run));
            case JSON -> ResultsJson.render(run);
            case JUNIT -> JUnitXml.render(run);
            case SARIF -> Sarif.render(run, exchanges);
            case MARKDOWN -> SummaryMarkdown.render(run);
        };
    }

    /**
     * Puts one more file into the directory, which has to exist.
     *
     * @throws UncheckedIOException if it cannot be written; the message names it
     */
    public void put(String name, String text) {
        Path file = directory.resolve(name);
        attempt("write", file, () -> {
            OwnerOnlyFiles.replace(file, text);
            return file;
        });
    }

    private void delete(String name) {
        Path file = directory.resolve(name);
        attempt("delete", file, () -> Files.deleteIfExists(file));
    }

    private static String text(Path file) {
        return attempt("read", file, () -> new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** Something done to files. */
    private interface Attempt<T> {
        T run() throws IOException;
    }

    private static <T> T attempt(String what, Path file, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
            throw new UncheckedIOException("cannot " + what + " " + file + ": " + reason, e);
        }
    }
}
