package org.devicegrant.load.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.result.LoadFiles;
import org.devicegrant.load.scenario.LoadOptions.Search;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.LoadCapacity;
import org.devicegrant.reports.model.LoadCapacity.Instances;
import picocli.CommandLine.Option;

/** The options of {@code load} that only concern the search for the capacity. */
final class SearchSwitches {
    @Option(
            names = "--trial",
            paramLabel = "TIME",
            converter = Times.class,
            description =
                    "How long a short trial of capacity counts (default: 25s); --duration is that of a confirmation.")
    Duration trial = Search.defaults().trial();

    @Option(
            names = "--instances",
            paramLabel = "N",
            description = "How many instances of the server there are behind its address, for capacity (default: 1).")
    int instances = Search.defaults().instances();

    @Option(
            names = "--earlier",
            paramLabel = "DIR",
            split = ",",
            description = "Reports of capacity with other numbers of instances: with three, a law is fitted.")
    List<Path> earlier = new ArrayList<>();

    Search search() {
        if (instances < 1) {
            throw new LoadRefused(LoadRefused.WRONG_INPUT, "--instances must be at least 1");
        }
        List<Instances> points = new ArrayList<>();
        earlier.forEach(directory -> points.addAll(points(directory)));
        return new Search(trial, instances, points);
    }

    private static List<Instances> points(Path directory) {
        Path file = directory.resolve(LoadFiles.JSON);
        try {
            LoadCapacity capacity =
                    LoadJson.read(Files.readString(file)).findings().capacity();
            if (capacity != null) {
                return capacity.instances();
            }
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT, "--earlier: " + file + " is of another scenario than capacity");
        } catch (IOException | IllegalArgumentException e) {
            throw new LoadRefused(LoadRefused.WRONG_INPUT, "--earlier: " + file + ": " + e.getMessage());
        }
    }
}
