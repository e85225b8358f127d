package org.devicegrant.load.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.load.LoadPage;
import org.devicegrant.reports.model.LoadReport;

/** The files of a load run. */
public final class LoadFiles {
    /** The whole report for programs. */
    public static final String JSON = "load.json";
    /** The page for people. */
    public static final String PAGE = "index.html";

    private LoadFiles() {}

    /**
     * Writes all files of a report.
     *
     * @param directory made if it does not exist
     */
    public static void write(LoadReport report, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(JSON), LoadJson.write(report));
        Files.writeString(directory.resolve(PAGE), LoadPage.render(report));
    }
}
