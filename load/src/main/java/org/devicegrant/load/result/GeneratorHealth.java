package org.devicegrant.load.result;

import java.util.OptionalDouble;
import org.devicegrant.load.guard.Guards;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.run.Measured;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.devicegrant.reports.model.LoadGenerator;
import org.jspecify.annotations.Nullable;

/** How the generator and its machine were, in the report's terms. */
final class GeneratorHealth {
    /** Of a run that ended before its figures counted. */
    private static final Health UNKNOWN = new Health(
            0,
            0,
            0,
            0,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private GeneratorHealth() {}

    static LoadGenerator of(Measured measured, Guards guards, @Nullable Ceiling ceiling) {
        Health health = measured.health() == null ? UNKNOWN : measured.health();
        double polls = measured.pollsPerSecond() * health.seconds();
        return new LoadGenerator(
                Runtime.getRuntime().availableProcessors(),
                health.cpuSeconds(),
                health.cpuShare(),
                polls == 0 ? 0 : health.cpuSeconds() * 1e6 / polls,
                health.busiestLoop(),
                health.jitShare(),
                health.longestPauseMillis(),
                known(health.stolen()),
                known(health.throttled()),
                known(health.connects()),
                known(health.openFiles()),
                ceiling == null ? null : ceiling.pollsPerSecond(),
                ceiling == null ? null : ceiling.cpuMicrosPerPoll(),
                guards.words());
    }

    private static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
