package org.devicegrant.load.merge;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.devicegrant.reports.model.LoadGenerator;
import org.jspecify.annotations.Nullable;

/** The generators of all injectors as one: what adds up is added, of what may go wrong the worst is shown. */
final class MergedGenerator {
    private final List<Part> parts;

    private MergedGenerator(List<Part> parts) {
        this.parts = parts;
    }

    static LoadGenerator of(List<Part> parts) {
        return new MergedGenerator(parts).merged();
    }

    private LoadGenerator merged() {
        double cpu = values(LoadGenerator::cpuSeconds).sum();
        // Each figure per poll is weighted by its polls, which makes it all CPU time over all polls again.
        double polls = parts.stream()
                .mapToDouble(part -> part.report().achievedPollsPerSecond())
                .sum();
        double perPoll = parts.stream()
                .mapToDouble(part -> part.report().achievedPollsPerSecond()
                        * part.report().generator().cpuMicrosPerPoll())
                .sum();
        return new LoadGenerator(
                (int) values(LoadGenerator::processors).sum(),
                cpu,
                values(LoadGenerator::cpuShare).average().orElse(0),
                polls == 0 ? 0 : perPoll / polls,
                values(LoadGenerator::busiestLoopShare).max().orElse(0),
                values(LoadGenerator::jitShare).max().orElse(0),
                (long) values(LoadGenerator::longestPauseMs).max().orElse(0),
                worst(LoadGenerator::stolenShare),
                sum(LoadGenerator::throttled),
                sum(LoadGenerator::connectionsOpened),
                worst(LoadGenerator::openFiles),
                sum(LoadGenerator::ceilingPollsPerSecond),
                worst(LoadGenerator::ceilingCpuMicrosPerPoll),
                parts.stream()
                        .flatMap(part -> part.report().generator().guards().stream()
                                .map(guard -> "injector " + part.shard() + ": " + guard))
                        .toList());
    }

    private DoubleStream values(ToDoubleFunction<LoadGenerator> value) {
        return parts.stream()
                .mapToDouble(part -> value.applyAsDouble(part.report().generator()));
    }

    private @Nullable Double worst(Function<LoadGenerator, @Nullable Double> value) {
        return known(value).isEmpty()
                ? null
                : known(value).stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Unknown if one of them is: a sum with a part missing is wrong. */
    private @Nullable Double sum(Function<LoadGenerator, @Nullable Double> value) {
        return known(value).size() < parts.size()
                ? null
                : known(value).stream().mapToDouble(Double::doubleValue).sum();
    }

    private List<Double> known(Function<LoadGenerator, @Nullable Double> value) {
        return parts.stream()
                .map(part -> value.apply(part.report().generator()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
