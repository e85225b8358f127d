package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.devicegrant.reports.model.ExchangeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExchangesJsonlTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    @Test
    void everyLineIsValidAgainstTheSchema() {
        ExchangesJsonl.render(SampleRun.exchanges())
                .lines()
                .forEach(line -> SchemaAssert.assertValid(line, "exchange.schema.json"));
        SchemaAssert.assertValid(ExchangesJsonl.line(SampleRun.exchange(9, 1, null, "")), "exchange.schema.json");
    }

    @Test
    void isReadBackUnchanged() {
        String text = ExchangesJsonl.render(SampleRun.exchanges());
        assertThat(ExchangesJsonl.read(text, "f")).isEqualTo(new ExchangesJsonl.Reading(SampleRun.exchanges(), false));
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsStayOnOneLineEach(String attack) {
        String text = ExchangesJsonl.render(HostileRun.exchanges(attack));
        assertThat(text.lines()).hasSize(3);
        assertThat(ExchangesJsonl.read(text, "f").exchanges()).isEqualTo(HostileRun.exchanges(attack));
    }

    @Test
    void aCutOffLastLineIsLeftOutAndReported() {
        String text = ExchangesJsonl.render(SampleRun.exchanges());
        ExchangesJsonl.Reading reading = ExchangesJsonl.read(text.substring(0, text.length() - 40), "f");
        assertThat(reading.cutOff()).isTrue();
        assertThat(reading.exchanges()).isEqualTo(SampleRun.exchanges().subList(0, 3));
    }

    @Test
    void aLastLineOfZeroBytesIsACutOffToo() {
        ExchangesJsonl.Reading reading =
                ExchangesJsonl.read(ExchangesJsonl.render(SampleRun.exchanges()) + "\0\0\0", "f");
        assertThat(reading).isEqualTo(new ExchangesJsonl.Reading(SampleRun.exchanges(), true));
    }

    @Test
    void damageElsewhereIsAnError() {
        String text = "{\"number\": oops}\n" + ExchangesJsonl.render(SampleRun.exchanges());
        assertThatThrownBy(() -> ExchangesJsonl.read(text, "exchanges.jsonl"))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageStartingWith("exchanges.jsonl is damaged in line 1 of 5");
    }

    @Test
    void anEmptyFileHoldsNothing() {
        assertThat(ExchangesJsonl.read("", "f")).isEqualTo(new ExchangesJsonl.Reading(List.of(), false));
    }

    @Test
    void theLogTakesLinesFromManyThreadsAndGoesOnAfterReopening(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("exchanges.jsonl");
        try (ExchangeLog log = ExchangeLog.open(file)) {
            IntStream.rangeClosed(1, 200).parallel().forEach(n -> log.append(SampleRun.exchange(n, n, 200, "{}")));
        }
        try (ExchangeLog log = ExchangeLog.open(file)) {
            log.append(SampleRun.exchange(201, 201, 200, "{}"));
            ExchangesJsonl.Reading open = ExchangesJsonl.read(Files.readString(file), "f");
            assertThat(open.cutOff()).isFalse();
            assertThat(open.exchanges().stream().map(ExchangeRecord::number).sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 201).boxed().toList());
        }
    }

    @Test
    void aFullDiskLeavesEverythingReadableThatWasWrittenBefore() {
        ExchangeRecord exchange = SampleRun.exchange(9, 1, null, "");
        FullDisk disk = new FullDisk(ExchangesJsonl.line(exchange).length() * 5 / 2);
        try (ExchangeLog log = new ExchangeLog(Path.of("exchanges.jsonl"), disk)) {
            log.append(exchange);
            log.append(exchange);
            assertThatThrownBy(() -> log.append(exchange)).hasMessageContaining("No space left on device");
            disk.makeRoom();
            assertThatThrownBy(() -> log.append(exchange)).hasMessageContaining("an earlier line");
        }

        ExchangesJsonl.Reading reading = ExchangesJsonl.read(disk.text(), "exchanges.jsonl");
        assertThat(reading.exchanges()).containsExactly(exchange, exchange);
        assertThat(reading.cutOff()).isTrue();
    }
}
