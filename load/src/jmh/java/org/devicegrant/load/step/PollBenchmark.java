package org.devicegrant.load.step;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.devicegrant.load.measure.Recording;
import org.devicegrant.load.measure.Window;
import org.devicegrant.load.protocol.Answer;
import org.devicegrant.load.protocol.AnswerKind;
import org.devicegrant.load.protocol.AnswerReader;
import org.devicegrant.load.target.LoadClient;
import org.devicegrant.load.target.LoadTarget;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What this tool adds to each poll beside the generator's own work: the answer is read, held against the invariants and
 * recorded. The whole is a little more than its parts: it builds the request too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PollBenchmark {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final byte[] PENDING = bytes("{\"error\":\"authorization_pending\"}");
    private static final byte[] SLOW_DOWN =
            bytes("{\"error\":\"slow_down\",\"error_description\":\"The interval is five seconds.\"}");

    private final LoadTarget target = LoadTarget.of(
            URI.create("http://127.0.0.1/token"), URI.create("http://127.0.0.1/device"), LoadClient.publicClient("tv"));
    private final Conduct conduct = Conduct.waiting(Duration.ofMillis(100));
    private final Judge judge = new Judge(conduct, target, new Violations());
    private final Recording recording = new Recording(new Window(0, HOUR));
    private final Conversation conversation = new Conversation(target, conduct, judge, recording);
    private final AnswerReader reader = new AnswerReader();
    private final Answer pending = reader.poll(400, null, PENDING);
    private final Device device = waiting();
    private long now = 1;
    /** Each answer arrives in an array of its own: equal bytes have to be seen to be equal. */
    private byte[] next = PENDING.clone();

    private byte[] last = PENDING.clone();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Device waiting() {
        Device fresh = new Device(0, target.clients().get(0));
        fresh.phase = Device.Phase.POLLS;
        fresh.code = "0123456789abcdef0123456789abcdef0123456789a";
        fresh.interval = 5_000_000_000L;
        fresh.lifetimeSeconds = 3_600;
        return fresh;
    }

    private byte[] arrived() {
        byte[] answer = next;
        next = last;
        last = answer;
        return answer;
    }

    /** Nearly all answers of a run are the same bytes. */
    @Benchmark
    public Answer readTheUsualAnswer() {
        return reader.poll(400, null, arrived());
    }

    @Benchmark
    public Answer readAnotherAnswer() {
        return reader.poll(400, null, SLOW_DOWN);
    }

    @Benchmark
    public void judgeOneAnswer() {
        judge.polled(device, pending, now);
    }

    @Benchmark
    public long recordOnePoll() {
        return recording.polled(now, now + 1_000, now + 2_000, now + 1_500_000, AnswerKind.PENDING);
    }

    /** The four moments of a poll. */
    @Benchmark
    public String wholePoll() {
        String body = conversation.begins(device, now);
        conversation.sends(device, now);
        conversation.hears(device, 400, null, arrived(), now);
        return body;
    }
}
