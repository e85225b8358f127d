package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Waiting;
import org.devicegrant.reports.Terminal;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final StringWriter said = new StringWriter();
    private final StoppedClock clock = new StoppedClock();

    @Test
    void aTerminalSeesOneLineThatIsWrittenOver() {
        Progress progress = progress(true, 60, false, false);
        progress.started(checks(3));
        progress.verdict(result("one", Verdict.PASS));
        progress.tick();
        progress.verdict(result("two", Verdict.PASS));
        progress.end();

        assertThat(Stream.of(said.toString().split("\n", -1)).filter(line -> !line.contains("\r")))
                .containsExactly("3 checks begin", "first verdict after 0.0 s: PASS  one");
        assertThat(rewritten()).contains("1 of 3 after 0 s; 1 pass; last one", "2 of 3 after 0 s; 2 pass; last two");
        assertThat(said.toString()).endsWith("\r" + " ".repeat(59) + "\r");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        Progress progress = progress(true, 40, false, false);
        progress.watch(List.of(wait("the expiry of a code that lives for very long", 43)));
        progress.started(checks(150));
        progress.tick();

        assertThat(said.toString().split("\r", -1))
                .allSatisfy(part -> assertThat(part.strip()).hasSizeLessThan(40));
        assertThat(rewritten()).contains("0 of 150 after 0 s; waits for the expir");
    }

    @Test
    void saysWhatHoldsTheRunUpAndUntilWhen() {
        Progress progress = progress(true, 120, false, false);
        progress.watch(List.of(wait("the next poll", 5), wait("the expiry of a code", 43), wait("the next poll", 2)));
        progress.started(checks(3));
        progress.tick();
        clock.pass(Duration.ofSeconds(10));
        progress.tick();

        String until = DateTimeFormatter.ofPattern("HH:mm:ss")
                .format(START.plusSeconds(43).atZone(ZoneId.systemDefault()));
        assertThat(rewritten())
                .contains(
                        "0 of 3 after 0 s; waits for the expiry of a code until " + until + " (43 s)",
                        "0 of 3 after 10 s; waits for the expiry of a code until " + until + " (33 s)");
    }

    @Test
    void aLogGetsASignOfLifeAfterHalfAMinuteOfSilence() {
        Progress progress = progress(false, 120, false, false);
        progress.watch(List.of(wait("the expiry of a code", 100)));
        progress.tick();
        clock.pass(Duration.ofSeconds(31));
        progress.tick();
        progress.tick();
        progress.started(checks(2));
        clock.pass(Duration.ofMillis(1_200));
        progress.verdict(result("check-0", Verdict.FAIL));
        clock.pass(Duration.ofSeconds(29));
        progress.tick();
        clock.pass(Duration.ofSeconds(1));
        progress.tick();

        assertThat(said.toString()).doesNotContain("\r");
        List<String> lines = said.toString().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("trying the target file, 31 s; waits for the expiry of a code until ");
        assertThat(lines.get(2)).isEqualTo("first verdict after 32.2 s: FAIL  check-0");
        assertThat(lines.get(3))
                .startsWith("1 of 2 after 62 s; waits for the expiry")
                .endsWith("(38 s); 1 fail; still check-1");
    }

    @Test
    void aLogGetsEveryFailureAndACountNowAndThen() {
        Progress progress = progress(false, 120, false, false);
        progress.started(checks(30));
        for (int i = 0; i < 30; i++) {
            progress.verdict(result("check-" + i, i == 7 ? Verdict.FAIL : Verdict.PASS));
        }

        assertThat(said.toString().lines())
                .containsExactly(
                        "30 checks begin",
                        "first verdict after 0.0 s: PASS  check-0",
                        "FAIL  check-7",
                        "25 of 30 after 0 s; 24 pass, 1 fail",
                        "30 of 30 after 0 s; 29 pass, 1 fail");
    }

    @Test
    void verboseTellsEveryVerdictAndItsMessageWithoutControlCharacters() {
        Progress progress = progress(false, 120, true, false);
        progress.started(checks(9));
        progress.verdict(result("one", Verdict.PASS));
        progress.verdict(result("two", Verdict.WARNING));

        assertThat(said.toString()).contains("WARNING  two  It said").doesNotContain("\u001b");
    }

    @Test
    void quietSaysNothing() {
        Progress progress = progress(true, 120, false, true);
        progress.note("no browser");
        progress.started(checks(1));
        progress.tick();
        progress.verdict(result("one", Verdict.FAIL));
        progress.end();

        assertThat(said.toString()).isEmpty();
    }

    @Test
    void nothingIsSaidAfterTheEnd() {
        Progress progress = progress(true, 120, false, false);
        progress.end();
        progress.tick();
        progress.verdict(result("one", Verdict.PASS));

        assertThat(said.toString()).isEmpty();
    }

    private Progress progress(boolean rewrites, int width, boolean verbose, boolean quiet) {
        PrintWriter err = new PrintWriter(said, true);
        return new Progress(new Voice(err, err, new Terminal(width, false), rewrites, verbose, quiet), rewrites, clock);
    }

    private static List<String> checks(int count) {
        return IntStream.range(0, count).mapToObj(i -> "check-" + i).toList();
    }

    private List<String> rewritten() {
        return Stream.of(said.toString().split("\r", -1)).map(String::strip).toList();
    }

    private static Waiting.Wait wait(String what, long seconds) {
        return new Waiting.Wait(what, Duration.ofSeconds(seconds).toNanos());
    }

    private static CheckResult result(String id, Verdict verdict) {
        return new CheckResult(
                id,
                Level.MUST,
                "group",
                "RFC 8628",
                "statement",
                verdict,
                verdict == Verdict.PASS ? "" : "It said \u001b[31mno",
                List.of(),
                "",
                "",
                List.of(),
                List.of(),
                0,
                0,
                null);
    }

    /** Time that passes when it is told to. */
    private static final class StoppedClock implements Clock {
        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleepUntil(long instant) {
            throw new UnsupportedOperationException("nobody sleeps here");
        }

        @Override
        public Instant wallTime() {
            return START.plusNanos(nanos);
        }
    }
}
