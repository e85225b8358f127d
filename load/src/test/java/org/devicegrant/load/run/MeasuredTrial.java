package org.devicegrant.load.run;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.devicegrant.load.measure.Health;
import org.devicegrant.load.measure.HistogramSink;
import org.devicegrant.load.measure.Mishaps;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.preflight.Probe.Announced;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.run.WarmUp.Ceiling;
import org.devicegrant.load.scenario.LoadOptions;
import org.devicegrant.load.scenario.Stage;
import org.devicegrant.load.step.Conduct;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.step.Violations;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import org.jspecify.annotations.Nullable;

/** A trial as if it had been measured, for tests of what follows from its figures. No server, no time. */
public final class MeasuredTrial {
    /** A generator and a machine that are well. */
    public static final Health WELL = new Health(
            60,
            1,
            0.01,
            0.1,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private static final long MILLI = 1_000_000;
    private static final LoadTarget TARGET = LoadTarget.of(
            URI.create("http://127.0.0.1/token"), URI.create("http://127.0.0.1/device"), LoadClient.publicClient("tv"));

    private final int devices;
    private final Duration length;
    private final Recording recording;
    public final Violations violations = new Violations();
    public final Map<String, Long> silences = new TreeMap<>();
    public @Nullable Health health = WELL;
    public Mishaps mishaps = Mishaps.none();
    public long unanswered;
    public long unsent;
    public @Nullable String stopped;
    public boolean failed;

    public MeasuredTrial(int devices, Duration length) {
        this(devices, length, new Recording(new Window(0, length.toNanos())));
    }

    /** With what was recorded elsewhere. */
    public MeasuredTrial(int devices, Duration length, Recording recording) {
        this.devices = devices;
        this.length = length;
        this.recording = recording;
    }

    /** So many polls, each sent late and answered after so many milliseconds, the lateness included. */
    public MeasuredTrial polls(int count, long latencyMillis, long latenessMillis, AnswerKind kind) {
        for (int i = 0; i < count; i++) {
            long sent = latenessMillis * MILLI;
            recording.polled(0, sent, sent, latencyMillis * MILLI, kind);
        }
        return this;
    }

    /** So many polls that were sent in time and found nobody who had decided. */
    public MeasuredTrial pending(int count) {
        return polls(count, 10, 0, AnswerKind.PENDING);
    }

    /** So many codes. */
    public MeasuredTrial issued(int count) {
        for (int i = 0; i < count; i++) {
            recording.issued(0, 0, 0, 10 * MILLI);
        }
        return this;
    }

    public Measured measured() {
        recording.drain();
        TrialPlan plan = new TrialPlan(
                IntStream.range(0, devices)
                        .mapToObj(number -> new Device(number, TARGET.clients().get(0)))
                        .toList(),
                Conduct.waiting(Duration.ZERO),
                device -> 0,
                Duration.ZERO,
                length,
                null);
        return new Measured(
                plan,
                length.toNanos() / 1e9,
                recording.answers(),
                recording.allAnswers(),
                recording.measured(),
                java.util.List.of(),
                health,
                violations,
                unanswered,
                unsent,
                silences,
                mishaps,
                stopped,
                failed);
    }

    /** What such a trial is played on, by a server that wants five seconds between two polls. */
    public static Stage stage(LoadOptions options, @Nullable Ceiling ceiling) {
        return new Stage(
                TARGET,
                options,
                new Announced(Duration.ofSeconds(5), Duration.ofMinutes(10), false),
                new Engine(TARGET, options.connections(), Clock.SYSTEM),
                Clock.SYSTEM,
                new StopSignal(),
                HistogramSink.NONE,
                tick -> {},
                ceiling);
    }
}
