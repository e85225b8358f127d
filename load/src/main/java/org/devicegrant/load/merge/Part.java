package org.devicegrant.load.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.result.LoadFiles;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadReport;

/**
 * What one injector left.
 *
 * @param directory where
 * @param report its report
 * @param histograms its histograms
 */
record Part(Path directory, LoadReport report, Histograms histograms) {
    /**
     * Reads a directory.
     *
     * @throws LoadRefused if it holds no complete result of one injector
     */
    static Part read(Path directory) {
        Path json = directory.resolve(LoadFiles.JSON);
        Path log = directory.resolve(LoadFiles.HISTOGRAMS);
        if (!Files.exists(json)) {
            throw refused(json + " does not exist: name the --out directories of the injectors");
        }
        if (!Files.exists(log)) {
            throw refused(log + " does not exist: a merged report, or one of a scenario that injectors cannot share,"
                    + " cannot be merged");
        }
        try {
            return new Part(directory, LoadJson.read(Files.readString(json)), Histograms.read(log));
        } catch (IOException | RuntimeException e) {
            throw refused(directory + " cannot be read: " + e.getMessage());
        }
    }

    /** Its number among the injectors, from 0. */
    int shard() {
        Integer shard = report.settings().shard();
        return shard == null ? -1 : shard;
    }

    static LoadRefused refused(String why) {
        return new LoadRefused(LoadRefused.WRONG_INPUT, "merge: " + why);
    }
}
