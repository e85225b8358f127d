package org.devicegrant.reports.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.devicegrant.reports.Caution;
import org.devicegrant.reports.ExchangesJsonl;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.Json;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.ResultsJson;
import org.devicegrant.reports.UnreadableReport;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * Checks an evidence pack without a network. Every altered byte is refused. An unsigned pack only shows that nothing was
 * altered by accident or by somebody who did not make all sums anew; a signature by a key one knows shows more.
 */
public final class PackVerifier {

    private static final long LARGEST = 512L * 1024 * 1024;

    private final @Nullable JWK trusted;

    /** @param trusted the key that must have signed; null accepts any signature and none */
    public PackVerifier(@Nullable JWK trusted) {
        this.trusted = trusted;
    }

    /**
     * Verifies.
     *
     * @throws PackRefused if anything was altered, is missing or does not fit together
     * @throws UncheckedIOException if the file cannot be read
     */
    public PackVerification verify(Path pack) {
        return verify(bytes(pack));
    }

    PackVerification verify(byte[] pack) {
        Map<String, byte[]> files = StoredZip.read(pack);
        byte[] manifestText = required(files, EvidencePack.MANIFEST);
        requireSums(files);
        PackManifest manifest = manifest(manifestText);
        requireFiles(manifest, files);
        requireChain(manifest, files);
        String signer = signer(files, manifestText);
        RunReport run = run(files);
        requireSameVerdicts(manifest, run);
        return new PackVerification(run, manifest, signer, remarks(run, files, signer));
    }

    private static byte[] bytes(Path pack) {
        try {
            if (Files.size(pack) > LARGEST) {
                throw new PackRefused(pack + " is larger than any evidence pack");
            }
            return Files.readAllBytes(pack);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + pack + ": " + e.getMessage(), e);
        }
    }

    private static void requireSums(Map<String, byte[]> files) {
        if (!Arrays.equals(required(files, EvidencePack.SUMS), EvidencePack.sums(files))) {
            throw new PackRefused(
                    EvidencePack.MANIFEST + " or its signature was altered: " + EvidencePack.SUMS + " has other sums");
        }
    }

    private static PackManifest manifest(byte[] text) {
        try {
            PackManifest manifest = Json.MAPPER.readValue(text, PackManifest.class);
            if (manifest.schema() != PackManifest.SCHEMA) {
                throw new PackRefused("the manifest has schema " + manifest.schema() + ", this version reads "
                        + PackManifest.SCHEMA + ": use the version that wrote it, or a later one");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new PackRefused(EvidencePack.MANIFEST + " cannot be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    private static void requireFiles(PackManifest manifest, Map<String, byte[]> files) {
        Set<String> listed =
                manifest.files().stream().map(PackManifest.Item::path).collect(Collectors.toCollection(TreeSet::new));
        Set<String> present = new TreeSet<>(files.keySet());
        List.of(EvidencePack.MANIFEST, EvidencePack.SIGNATURE, EvidencePack.SUMS)
                .forEach(present::remove);
        if (!listed.equals(present)) {
            throw new PackRefused("the manifest lists other files than the pack holds: " + listed + ", " + present);
        }
        for (PackManifest.Item item : manifest.files()) {
            if (!Sha256.of(required(files, item.path())).equals(item.sha256())) {
                throw new PackRefused(item.path() + " was altered: its checksum is not that of the manifest");
            }
        }
    }

    private static void requireChain(PackManifest manifest, Map<String, byte[]> files) {
        HashChain chain = HashChain.of(required(files, ReportDirectory.EXCHANGES));
        boolean fits = Arrays.equals(chain.text(), required(files, EvidencePack.CHAIN))
                && manifest.exchanges().equals(new PackManifest.Chain(chain.lines(), chain.last()));
        if (!fits) {
            throw new PackRefused("the hash chain does not fit " + ReportDirectory.EXCHANGES);
        }
    }

    private @Nullable String signer(Map<String, byte[]> files, byte[] manifest) {
        byte[] signature = files.get(EvidencePack.SIGNATURE);
        if (signature != null) {
            return ManifestSignature.verify(signature, manifest, trusted);
        }
        if (trusted != null) {
            throw new PackRefused("the pack is not signed, though a certain key was expected");
        }
        return null;
    }

    private static RunReport run(Map<String, byte[]> files) {
        String name = Format.JSON.fileName();
        try {
            return ResultsJson.read(new String(required(files, name), StandardCharsets.UTF_8), name);
        } catch (UnreadableReport e) {
            throw new PackRefused(String.valueOf(e.getMessage()));
        }
    }

    private static void requireSameVerdicts(PackManifest manifest, RunReport run) {
        if (!manifest.verdicts().equals(PackManifest.verdicts(run)) || manifest.exitCode() != run.exitCode()) {
            throw new PackRefused("the verdicts in " + Format.JSON.fileName() + " are not those of the manifest");
        }
    }

    private static List<String> remarks(RunReport run, Map<String, byte[]> files, @Nullable String signer) {
        List<String> remarks = new ArrayList<>();
        if (signer == null) {
            remarks.add("The pack is not signed: it shows that nothing was altered since, not who made it.");
        }
        Caution.of(run).ifPresent(remarks::add);
        if (!run.complete()) {
            remarks.add("The run was cut short.");
        }
        Set<Integer> missing = run.results().stream()
                .map(CheckResult::exchanges)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(numbers(files));
        if (!missing.isEmpty()) {
            remarks.add("Verdicts rest on exchanges that " + ReportDirectory.EXCHANGES + " lacks: " + missing + ".");
        }
        return remarks;
    }

    private static Set<Integer> numbers(Map<String, byte[]> files) {
        String text = new String(required(files, ReportDirectory.EXCHANGES), StandardCharsets.UTF_8);
        return ExchangesJsonl.read(text, ReportDirectory.EXCHANGES).exchanges().stream()
                .map(ExchangeRecord::number)
                .collect(Collectors.toSet());
    }

    private static byte[] required(Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new PackRefused("the pack holds no " + name);
        }
        return content;
    }
}
