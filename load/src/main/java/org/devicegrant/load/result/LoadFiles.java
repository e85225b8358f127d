package org.devicegrant.load.result;

import java.io.IOException;
import java.nio.file.Path;
import org.devicegrant.reports.OwnerOnlyFiles;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.load.LoadJunit;
import org.devicegrant.reports.load.LoadPage;
import org.devicegrant.reports.model.LoadReport;

/** The files of a load run, readable by their owner alone. */
public final class LoadFiles {
    /** The whole report for programs. */
    public static final String JSON = "load.json";
    /** The page for people. */
    public static final String PAGE = "index.html";
    /** Objectives and invariants as test cases, for CI. */
    public static final String JUNIT = "junit.xml";
    /** The histograms of each second, for merging with those of other injectors. */
    public static final String HISTOGRAMS = "histograms.hlog";

    private LoadFiles() {}

    /**
     * Writes all files of a report.
     *
     * @param directory made if it does not exist
     */
    public static void write(LoadReport report, Path directory) throws IOException {
        OwnerOnlyFiles.createDirectories(directory);
        OwnerOnlyFiles.replace(directory.resolve(JSON), LoadJson.write(report));
        OwnerOnlyFiles.replace(directory.resolve(PAGE), LoadPage.render(report));
        OwnerOnlyFiles.replace(directory.resolve(JUNIT), LoadJunit.render(report));
    }
}
