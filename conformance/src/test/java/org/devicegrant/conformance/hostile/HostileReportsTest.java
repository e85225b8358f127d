package org.devicegrant.conformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.devicegrant.reports.ExchangesJsonl;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.ResultsJson;
import org.devicegrant.reports.UnreadableReport;
import org.devicegrant.reports.baseline.BaselineReader;
import org.devicegrant.reports.baseline.Glob;
import org.devicegrant.reports.baseline.WrongBaseline;
import org.devicegrant.reports.load.LoadJson;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.pack.EvidencePack;
import org.devicegrant.reports.pack.PackRefused;
import org.devicegrant.reports.pack.PackVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody hands in as a report, a baseline or an evidence pack is read or refused, whatever it is. */
@Timeout(180)
class HostileReportsTest {
    private static final String BASELINE = """
            - id: 8628-3.2-not-late
              verdict: FAIL
              message: "*authorization_pending*"   # a glob
              reason: "tracked as AS-1234"
              until: 2027-03-01
            """;

    @TempDir
    private Path directory;

    private static void each(java.util.stream.Stream<String> texts, Consumer<String> reader, Class<?>... documented) {
        texts.forEach(text -> {
            try {
                reader.accept(text);
            } catch (RuntimeException refused) {
                assertThat(refused).isInstanceOfAny(documented);
            }
        });
    }

    private static String results() throws IOException {
        return sample("results.json");
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = HostileReportsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void resultsAreReadOrRefused() throws IOException {
        Consumer<String> reader = text -> ResultsJson.read(text, "results.json");

        reader.accept(results());
        each(Hostile.spoilt(21, results()), reader, UnreadableReport.class);
        each(Hostile.json(22), reader, UnreadableReport.class);
        each(Hostile.texts(23), reader, UnreadableReport.class);
    }

    @Test
    void exchangesAreReadOrRefused() throws IOException {
        Consumer<String> reader = text -> ExchangesJsonl.read(text, "exchanges.jsonl");

        assertThat(ExchangesJsonl.read(sample("exchanges.jsonl"), "f").exchanges())
                .isNotEmpty();
        each(Hostile.spoilt(24, sample("exchanges.jsonl")), reader, UnreadableReport.class);
        each(Hostile.json(25), reader, UnreadableReport.class);
        each(Hostile.texts(26), reader, UnreadableReport.class);
    }

    @Test
    void loadResultsAreReadOrRefused() {
        each(Hostile.json(27), LoadJson::read, IllegalArgumentException.class);
        each(Hostile.texts(28), LoadJson::read, IllegalArgumentException.class);
    }

    @Test
    void baselinesAreReadOrRefused() {
        Consumer<String> reader = text -> BaselineReader.read(text, "baseline.yaml");

        each(Hostile.spoilt(29, BASELINE), reader, WrongBaseline.class);
        each(Hostile.texts(30), reader, WrongBaseline.class);
    }

    @Test
    void globsMatchInBoundedTime() {
        assertThat(Glob.of("*a".repeat(200) + "c").matches("ab".repeat(2_000))).isFalse();
    }

    @Test
    void whateverWasSaidIsCoveredByTheBaselineProposedForIt() {
        assertThat(Hostile.texts(31)
                        .filter(text -> text.length() < 500)
                        .filter(text -> !Glob.forMessage(text).matches(text)))
                .isEmpty();
    }

    @Test
    void packsAreVerifiedOrRefused() throws IOException {
        Path pack = pack();
        byte[] sound = Files.readAllBytes(pack);
        String latin = new String(sound, StandardCharsets.ISO_8859_1);
        assertThat(new PackVerifier(null).verify(pack).run().results()).isNotEmpty();

        each(
                Hostile.spoilt(32, latin).limit(300).filter(text -> !text.equals(latin)),
                text -> verified(pack, text.getBytes(StandardCharsets.ISO_8859_1)),
                PackRefused.class);
    }

    private static void verified(Path pack, byte[] bytes) {
        try {
            Files.write(pack, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        new PackVerifier(null).verify(pack);
        throw new AssertionError("an altered pack was taken for sound");
    }

    private Path pack() throws IOException {
        RunReport run = ResultsJson.read(results(), "results.json");
        Path left = directory.resolve("run");
        ReportDirectory report = new ReportDirectory(left);
        report.create();
        report.write(run, List.of(), Set.of(Format.JSON));
        Path pack = directory.resolve("pack.zip");
        new EvidencePack(left, "catalogue.yaml", new byte[] {1}, "abc").write(pack, Instant.EPOCH, null);
        return pack;
    }
}
