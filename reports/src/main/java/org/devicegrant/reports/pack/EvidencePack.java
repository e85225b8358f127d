package org.devicegrant.reports.pack;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.devicegrant.reports.Format;
import org.devicegrant.reports.OwnerOnlyFiles;
import org.devicegrant.reports.ReportDirectory;
import org.devicegrant.reports.model.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run has left, in one zip that shows every alteration. Besides the files of the report directory it holds
 * the catalogue, a declaration to fill in ({@code DECLARATION.md}), the hash chain over the exchanges ({@code
 * exchanges.chain}), {@code manifest.json}, its signature if there is a key ({@code manifest.jws}), and {@code
 * SHA256SUMS} over these two.
 */
public final class EvidencePack {

    static final String CHAIN = "exchanges.chain";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.jws";
    static final String SUMS = "SHA256SUMS";

    private static final String SCREENSHOTS = "screenshots";

    private final Path directory;
    private final Map<String, byte[]> extras = new TreeMap<>();
    private final String toolChecksum;

    /**
     * @param directory what the run has left; it has to hold {@code results.json}
     * @param catalogueName file name of the catalogue inside the pack
     * @param catalogue the catalogue as shipped with the tool
     * @param toolChecksum SHA-256 of the tool's own files
     */
    public EvidencePack(Path directory, String catalogueName, byte[] catalogue, String toolChecksum) {
        this.directory = directory;
        this.extras.put(catalogueName, catalogue.clone());
        this.toolChecksum = toolChecksum;
    }

    /**
     * Writes the pack, in one step and readable by its owner only.
     *
     * @param created the time to put into the manifest
     * @param key private RSA or EC key to sign with, or null for an unsigned pack
     * @throws UncheckedIOException if a file cannot be read or the pack cannot be written
     * @throws org.devicegrant.reports.UnreadableReport if the directory holds no results
     */
    public void write(Path pack, Instant created, @Nullable JWK key) {
        try {
            OwnerOnlyFiles.replace(pack, StoredZip.write(files(created, key)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the evidence pack " + pack + ": " + e.getMessage(), e);
        }
    }

    private Map<String, byte[]> files(Instant created, @Nullable JWK key) throws IOException {
        RunReport run = new ReportDirectory(directory).read().run();
        Map<String, byte[]> files = collected();
        byte[] exchanges = files.computeIfAbsent(ReportDirectory.EXCHANGES, absent -> new byte[0]);
        HashChain chain = HashChain.of(exchanges);
        files.put(CHAIN, chain.text());
        files.put("DECLARATION.md", Declaration.render(run).getBytes(StandardCharsets.UTF_8));
        byte[] manifest =
                PackManifest.of(run, files, chain, toolChecksum, created).text();
        files.put(MANIFEST, manifest);
        if (key != null) {
            files.put(SIGNATURE, ManifestSignature.sign(manifest, key));
        }
        files.put(SUMS, sums(files));
        return files;
    }

    private Map<String, byte[]> collected() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Format format : Format.values()) {
            add(files, format.fileName());
        }
        add(files, ReportDirectory.EXCHANGES);
        Path screenshots = directory.resolve(SCREENSHOTS);
        if (Files.isDirectory(screenshots)) {
            try (Stream<Path> pictures = Files.list(screenshots)) {
                for (Path picture :
                        pictures.filter(Files::isRegularFile).sorted().toList()) {
                    add(files, SCREENSHOTS + "/" + picture.getFileName());
                }
            }
        }
        files.putAll(extras);
        return files;
    }

    private void add(Map<String, byte[]> files, String name) throws IOException {
        if (Files.isRegularFile(directory.resolve(name))) {
            files.put(name, Files.readAllBytes(directory.resolve(name)));
        }
    }

    /** In the form that {@code sha256sum -c} reads. */
    static byte[] sums(Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        for (String name : List.of(MANIFEST, SIGNATURE)) {
            byte[] content = files.get(name);
            if (content != null) {
                text.append(Sha256.of(content)).append("  ").append(name).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
