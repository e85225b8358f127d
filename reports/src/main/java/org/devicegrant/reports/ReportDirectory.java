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
        try {
            OwnerOnlyFiles.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the report directory " + directory + ": " + reason(e), e);
        }
    }

    /**
     * Writes the chosen formats. {@code exchanges.jsonl} is not touched.
     *
     * @param exchanges all exchanges of the run
     * @throws UncheckedIOException if a file cannot be written; the message names it
     */
    public void write(RunReport run, List<ExchangeRecord> exchanges, Set<Format> formats) {
        create();
        for (Format format : formats) {
            put(format.fileName(), render(format, run, format == Format.SARIF ? inFileOrder(exchanges) : exchanges));
        }
    }

    /**
     * Reads {@code results.json} and {@code exchanges.jsonl} back.
     *
     * @throws UnreadableReport if the directory holds no results or they are damaged
     */
    public Contents read() {
        Path results = directory.resolve(Format.JSON.fileName());
        if (!Files.exists(results)) {
            throw new UnreadableReport(directory + " holds no " + Format.JSON.fileName()
                    + ": give the directory a run has written with the format json");
        }
        RunReport run = ResultsJson.read(text(results), results.toString());
        return new Contents(run, inFileOrder(List.of()));
    }

    /** The exchanges as they lie in {@code exchanges.jsonl}, or {@code otherwise} if there is no such file. */
    private List<ExchangeRecord> inFileOrder(List<ExchangeRecord> otherwise) {
        return Files.exists(exchanges())
                ? ExchangesJsonl.read(text(exchanges()), exchanges().toString()).exchanges()
                : otherwise;
    }

    private static String render(Format format, RunReport run, List<ExchangeRecord> exchanges) {
        return switch (format) {
            case HTML -> HtmlReport.render(run, exchanges);
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
        try {
            OwnerOnlyFiles.replace(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory.resolve(name) + ": " + reason(e), e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }
}
