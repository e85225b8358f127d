package org.devicegrant.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What Linux says about itself under {@code /proc} and {@code /sys}. Elsewhere everything is unknown. */
final class Machine {
    private Machine() {}

    /** Ticks of all processors, and those that the hypervisor gave to others. */
    static Optional<Ticks> ticks() {
        return line(Path.of("/proc/stat"), "cpu ").map(line -> {
            List<Long> fields = numbers(line.substring(4));
            long all = fields.stream().limit(8).mapToLong(Long::longValue).sum();
            return new Ticks(all, fields.size() > 7 ? fields.get(7) : 0);
        });
    }

    /** How often the container was held back for having used its share of the processors. */
    static OptionalLong throttled() {
        return line(Path.of("/sys/fs/cgroup/cpu.stat"), "nr_throttled ")
                .map(line -> OptionalLong.of(Long.parseLong(line.substring(13).strip())))
                .orElse(OptionalLong.empty());
    }

    /** Connections opened from this network namespace so far. */
    static OptionalLong connects() {
        Path file = Path.of("/proc/net/snmp");
        List<String> lines =
                lines(file).stream().filter(line -> line.startsWith("Tcp:")).toList();
        if (lines.size() < 2) {
            return OptionalLong.empty();
        }
        int at = List.of(lines.get(0).split(" ")).indexOf("ActiveOpens");
        return at < 0
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(lines.get(1).split(" ")[at]));
    }

    /** Open file descriptors of this process. */
    static OptionalLong openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return OptionalLong.of(files.count());
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    private static Optional<String> line(Path file, String start) {
        return lines(file).stream().filter(line -> line.startsWith(start)).findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static List<Long> numbers(String text) {
        return Stream.of(text.strip().split(" +")).map(Long::valueOf).toList();
    }

    /** Clock ticks since the start of the machine. */
    record Ticks(long all, long stolen) {}
}
