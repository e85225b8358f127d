package org.devicegrant.load.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;

/**
 * Polls a server of our own as fast as it goes, until the compiler has done its work: cold, this generator is ten times
 * slower and reports that as the server's latency. The last part shows its ceiling.
 */
public final class WarmUp {
    private static final int DEVICES = 64;
    /** From here on the cost of a poll was flat. */
    private static final long ENOUGH_POLLS = 150_000;

    private final Clock clock;

    /** A warm-up. */
    public WarmUp(Clock clock) {
        this.clock = clock;
    }

    /**
     * Warms up for at most so long, and measures the ceiling in the last third of it.
     *
     * @param stop ends it, and the run it is for
     */
    public Ceiling run(Duration most, StopSignal stop) {
        try (Sink sink = Sink.open()) {
            LoadTarget target = LoadTarget.of(sink.endpoint(), sink.endpoint(), LoadClient.publicClient("warm-up"));
            List<Device> devices = IntStream.range(0, DEVICES)
                    .mapToObj(number -> new Device(number, target.clients().get(0)))
                    .toList();
            TrialPlan plan = new TrialPlan(
                    devices,
                    Conduct.waiting(Duration.ZERO),
                    device -> 0,
                    most.multipliedBy(2).dividedBy(3),
                    most,
                    null);
            Engine engine = new Engine(target, Connections.SHARED, clock);
            try (Trial trial = new Trial(plan, engine, stop, HistogramSink.NONE, tick -> {})) {
                return ceiling(trial.run());
            }
        }
    }

    private static Ceiling ceiling(Measured measured) {
        long polls = measured.allAnswers().polls();
        Health health = measured.health();
        double cpu = health == null || measured.answers().polls() == 0
                ? 0
                : health.cpuSeconds() * 1e6 / (measured.pollsPerSecond() * health.seconds());
        return new Ceiling(measured.pollsPerSecond(), cpu, polls >= ENOUGH_POLLS);
    }

    /**
     * What the generator can do on this machine, now.
     *
     * @param pollsPerSecond against a server in the same process that answers at once
     * @param cpuMicrosPerPoll of generator and that server together
     * @param warm whether enough was polled for the compiler to be done
     */
    public record Ceiling(double pollsPerSecond, double cpuMicrosPerPoll, boolean warm) {}
}
