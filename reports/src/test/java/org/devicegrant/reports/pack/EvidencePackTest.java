package org.devicegrant.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.devicegrant.reports.ExchangeLog;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.SampleRun;
import org.devicegrant.reports.UnreadableReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePackTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    private Path temporary;

    private Path pack;

    @BeforeEach
    void fillTheReportDirectory() throws IOException {
        pack = temporary.resolve("pack.zip");
        ReportDirectory directory = new ReportDirectory(temporary.resolve("run"));
        directory.write(SampleRun.run(), SampleRun.exchanges(), EnumSet.of(Format.JSON, Format.MARKDOWN));
        try (ExchangeLog log = ExchangeLog.open(directory.exchanges())) {
            SampleRun.exchanges().forEach(log::append);
        }
        Files.createDirectories(temporary.resolve("run/screenshots"));
        Files.write(temporary.resolve("run/screenshots/decision.png"), new byte[] {1, 2, 3});
    }

    @Test
    void anUnalteredPackIsAcceptedAndSaysWhatItHolds() {
        write(null);
        PackVerification verification = new PackVerifier(null).verify(pack);
        assertThat(verification.run()).isEqualTo(SampleRun.run());
        assertThat(verification.signer()).isNull();
        assertThat(verification.remarks())
                .containsExactly("The pack is not signed: it shows that nothing was altered since, not who made it.");
        assertThat(verification.manifest().exchanges().lines()).isEqualTo(4);
        assertThat(verification.manifest().tool().sha256()).isEqualTo("abc123");
        assertThat(verification.manifest().files())
                .extracting(PackManifest.Item::path)
                .containsExactly(
                        "results.json",
                        "summary.md",
                        "exchanges.jsonl",
                        "screenshots/decision.png",
                        "catalogue.yaml",
                        "exchanges.chain",
                        "DECLARATION.md");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        write(null);
        byte[] first = Files.readAllBytes(pack);
        write(null);
        assertThat(Files.readAllBytes(pack)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 128})
    void everyAlteredByteIsRefused(int flip) throws Exception {
        write(ecKey());
        byte[] whole = Files.readAllBytes(pack);
        int step = 23;
        for (int i = flip % step; i < whole.length; i += step) {
            byte[] altered = whole.clone();
            altered[i] ^= (byte) flip;
            assertRefused(altered, "byte " + i);
        }
    }

    @Test
    void whatIsCutOffOrAppendedIsRefused() throws IOException {
        write(null);
        byte[] whole = Files.readAllBytes(pack);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1, whole.length + 1}) {
            assertRefused(Arrays.copyOf(whole, length), "length " + length);
        }
    }

    @Test
    void namesTheFileThatWasAltered() throws IOException {
        write(null);
        Map<String, byte[]> files = StoredZip.read(Files.readAllBytes(pack));
        files.put(
                "results.json",
                text(files, "results.json").replace("\"FAIL\"", "\"PASS\"").getBytes(StandardCharsets.UTF_8));
        Files.write(pack, StoredZip.write(files));
        assertThatThrownBy(() -> new PackVerifier(null).verify(pack))
                .isInstanceOf(PackRefused.class)
                .hasMessage("results.json was altered: its checksum is not that of the manifest");
    }

    @Test
    void aFileMoreOrLessIsRefused() throws IOException {
        write(null);
        Map<String, byte[]> files = StoredZip.read(Files.readAllBytes(pack));
        Map<String, byte[]> less = new LinkedHashMap<>(files);
        less.remove("summary.md");
        assertRefused(StoredZip.write(less), "a file less");
        files.put("extra.txt", new byte[] {1});
        assertRefused(StoredZip.write(files), "a file more");
    }

    @Test
    void aSignatureNamesItsKeyAndABetterSignatureIsDemanded() throws Exception {
        JWK rsa = new RSAKeyGenerator(2048).generate();
        write(rsa);
        String thumbprint = rsa.computeThumbprint().toString();
        assertThat(new PackVerifier(null).verify(pack).signer()).isEqualTo(thumbprint);
        assertThat(new PackVerifier(rsa.toPublicJWK()).verify(pack).signer()).isEqualTo(thumbprint);
        assertThat(new PackVerifier(null).verify(pack).remarks()).isEmpty();
        assertThatThrownBy(() -> new PackVerifier(ecKey()).verify(pack))
                .hasMessage("the pack was signed by another key, with the thumbprint " + thumbprint);
        write(null);
        assertThatThrownBy(() -> new PackVerifier(rsa).verify(pack))
                .hasMessage("the pack is not signed, though a certain key was expected");
    }

    @Test
    void aManifestMadeAnewDoesNotFitTheSignature() throws Exception {
        write(ecKey());
        Map<String, byte[]> files = StoredZip.read(Files.readAllBytes(pack));
        byte[] forged =
                text(files, "manifest.json").replace("staging", "my-own").getBytes(StandardCharsets.UTF_8);
        files.put("manifest.json", forged);
        files.put("SHA256SUMS", EvidencePack.sums(files));
        Files.write(pack, StoredZip.write(files));
        assertThatThrownBy(() -> new PackVerifier(null).verify(pack))
                .hasMessage("the signature does not fit the manifest");
    }

    @Test
    void thePrivateKeyStaysOutside() throws Exception {
        JWK key = ecKey();
        write(key);
        String d = key.toECKey().getD().toString();
        assertThat(new String(Files.readAllBytes(pack), StandardCharsets.ISO_8859_1))
                .doesNotContain(d);
    }

    @Test
    void aKeyThatCannotSignIsSaid() throws Exception {
        JWK symmetric = new OctetSequenceKeyGenerator(256).generate();
        assertThatThrownBy(() -> write(symmetric))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("this key cannot sign an evidence pack");
        assertThatThrownBy(() -> write(ecKey().toPublicJWK())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", ".hidden", "a//b", ""})
    void aNameThatLeadsOutsideIsRefused(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        assertRefused(bytes.toByteArray(), name);
    }

    @Test
    void aCompressedZipIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("results.json"));
            zip.write(new byte[1_000_000]);
        }
        Files.write(pack, bytes.toByteArray());
        assertThatThrownBy(() -> new PackVerifier(null).verify(pack))
                .hasMessage("results.json is compressed, which no pack is");
    }

    @Test
    void takingAnExchangeOutBreaksEveryLaterLink() {
        HashChain whole = HashChain.of("a\nb\nc\n".getBytes(StandardCharsets.UTF_8));
        HashChain without = HashChain.of("a\nc\n".getBytes(StandardCharsets.UTF_8));
        assertThat(whole.lines()).isEqualTo(3);
        assertThat(without.links().subList(0, 2)).isEqualTo(whole.links().subList(0, 2));
        assertThat(whole.links()).doesNotContain(without.last());
        assertThat(HashChain.of(new byte[0]).last())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void theDeclarationHasTheCountsAndTheDeviations() {
        assertThat(Declaration.render(SampleRun.run()))
                .contains("- PASS: 1", "- FAIL: 1", "- NOT TESTABLE: 1")
                .contains("- FAIL 8628-3.2-not-late: expected expired\\_token 5 s after expiry")
                .contains("- 2 INCONCLUSIVE: no browser")
                .contains("| Server as named in the run | staging |", "Signature: ____");
    }

    @Test
    void aDirectoryWithoutResultsCannotBePacked() {
        assertThatThrownBy(() ->
                        new EvidencePack(temporary, "catalogue.yaml", new byte[0], "x").write(pack, CREATED, null))
                .isInstanceOf(UnreadableReport.class);
        assertThat(pack).doesNotExist();
    }

    private void write(JWK key) {
        byte[] catalogue = "- id: x\n".getBytes(StandardCharsets.UTF_8);
        new EvidencePack(temporary.resolve("run"), "catalogue.yaml", catalogue, "abc123").write(pack, CREATED, key);
    }

    private static void assertRefused(byte[] bytes, String what) {
        assertThatThrownBy(() -> new PackVerifier(null).verify(bytes)).as(what).isInstanceOf(PackRefused.class);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static JWK ecKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).generate();
    }
}
