package org.devicegrant.conformance.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Set;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.reports.Format;
import picocli.CommandLine.Option;

/** Where a run leaves its report, and in which formats. */
final class OutputOptions {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes (default: device-grant-reports/<name>-<time>).")
    Path directory;

    @Option(
            names = "--format",
            paramLabel = "html,json,junit,sarif,markdown",
            description = "Which files to write (default: all).")
    String formats;

    /** The directory asked for, or a fresh one. */
    Path directory(String name) {
        return directory != null ? directory : fresh(name, Clock.system().wallTime());
    }

    static Path fresh(String name, Instant now) {
        return Path.of("device-grant-reports", safe(name) + "-" + STAMP.format(now));
    }

    /** A name as a part of a file's name. */
    static String safe(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|-+$", "");
        return safe.isEmpty() ? "run" : safe;
    }

    /**
     * The formats asked for.
     *
     * @throws UsageFault if there is no such format
     */
    Set<Format> formats() {
        try {
            return formats == null ? EnumSet.allOf(Format.class) : Format.parse(formats);
        } catch (IllegalArgumentException e) {
            throw new UsageFault("--format: " + e.getMessage());
        }
    }
}
