package org.devicegrant.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.devicegrant.reports.model.ExchangeRecord;

/**
 * Appends exchanges to {@code exchanges.jsonl} while a run goes on. Every line reaches the operating system before
 * {@link #append} returns, so a killed run loses at most the line being written. Safe for many threads.
 */
public final class ExchangeLog implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private boolean broken;

    ExchangeLog(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Opens {@code file} at its end, creating it readable by its owner only.
     *
     * @throws UncheckedIOException if it cannot be created or written
     */
    public static ExchangeLog open(Path file) {
        try {
            return new ExchangeLog(file, OwnerOnlyFiles.append(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes one line. Once the disk has refused a line, every further one is refused too: half a line may only stand at
     * the end.
     *
     * @throws UncheckedIOException if the disk refuses it
     */
    public synchronized void append(ExchangeRecord exchange) {
        try {
            if (broken) {
                throw new IOException("an earlier line could not be written");
            }
            broken = true;
            out.write(ExchangesJsonl.line(exchange).getBytes(StandardCharsets.UTF_8));
            out.flush();
            broken = false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file + ": " + e.getMessage(), e);
        }
    }
}
