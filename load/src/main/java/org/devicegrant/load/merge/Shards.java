package org.devicegrant.load.merge;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.devicegrant.reports.model.LoadReport;
import org.devicegrant.reports.model.LoadSettings;

/** Whether parts are those of one run, each there once. */
final class Shards {
    /** Further apart than this, the injectors did not load the server together. */
    private static final Duration TOGETHER = Duration.ofSeconds(5);

    private Shards() {}

    /**
     * Requires all injectors of one run.
     *
     * @throws org.devicegrant.load.LoadRefused if one is missing, there twice or of another run
     */
    static void requireAll(List<Part> parts) {
        LoadReport first = parts.get(0).report();
        for (Part part : parts) {
            String difference = difference(first, part.report());
            if (!difference.isEmpty()) {
                throw Part.refused(part.directory() + " is of another run than "
                        + parts.get(0).directory() + ": " + difference);
            }
        }
        int injectors = first.settings().injectors();
        for (int shard = 0; shard < injectors; shard++) {
            int wanted = shard;
            List<Part> found =
                    parts.stream().filter(part -> part.shard() == wanted).toList();
            if (found.size() != 1) {
                throw Part.refused(String.format(
                        Locale.ROOT,
                        "injector %d/%d is there %s: name the directories of all %d injectors, each once",
                        shard,
                        injectors,
                        found.isEmpty() ? "not at all" : found.size() + " times",
                        injectors));
            }
        }
    }

    /** What a reader should know about the injectors together. */
    static List<String> notes(List<Part> parts) {
        Duration apart = Duration.between(
                parts.stream()
                        .map(part -> part.report().started())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                parts.stream()
                        .map(part -> part.report().started())
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        String merged = parts.size() + " injectors made this run together. Whether codes and tokens are unique was"
                + " looked at within each of them.";
        return apart.compareTo(TOGETHER) <= 0
                ? List.of(merged)
                : List.of(
                        merged,
                        "They were started up to " + apart.toSeconds()
                                + " s apart: give them the same --start-at, or they do not load the server together.");
    }

    private static String difference(LoadReport one, LoadReport other) {
        LoadSettings a = one.settings();
        LoadSettings b = other.settings();
        return Stream.of(
                        differs("scenario", one.scenario(), other.scenario()),
                        differs(
                                "token endpoint",
                                one.target().tokenEndpoint(),
                                other.target().tokenEndpoint()),
                        differs("devices", a.devices(), b.devices()),
                        differs("interval", a.intervalMs(), b.intervalMs()),
                        differs("pad", a.padMs(), b.padMs()),
                        differs("ramp", a.rampMs(), b.rampMs()),
                        differs("duration", a.durationMs(), b.durationMs()),
                        differs("connections", a.connections(), b.connections()),
                        differs("seed", a.seed(), b.seed()),
                        differs("injectors", a.injectors(), b.injectors()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String differs(String what, Object one, Object other) {
        return one.equals(other) ? "" : what + " " + other + " instead of " + one;
    }
}
