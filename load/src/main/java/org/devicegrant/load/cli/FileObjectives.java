package org.devicegrant.load.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.load.objective.Objective;
import org.devicegrant.load.objective.Objectives;
import org.jspecify.annotations.Nullable;

/** The {@code objectives} of a target file. */
final class FileObjectives {
    private FileObjectives() {}

    static Objectives of(org.devicegrant.conformance.target.Objectives file) {
        List<Objective> all = new ArrayList<>();
        add(all, "p50", 50, file.p50());
        add(all, "p90", 90, file.p90());
        add(all, "p99", 99, file.p99());
        add(all, "p999", 99.9, file.p999());
        add(all, "max", 100, file.max());
        if (file.errors() != null) {
            all.add(new Objective.Errors(file.errors()));
        }
        return Objectives.of(all);
    }

    private static void add(List<Objective> all, String name, double percentile, @Nullable Duration most) {
        if (most != null) {
            all.add(new Objective.Latency(name, percentile, most));
        }
    }
}
