package org.devicegrant.reports.pack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.reports.Json;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * {@code manifest.json} of a pack: what is in it, and what it says.
 *
 * @param schema version of this format
 * @param tool what made the pack
 * @param created when the pack was made
 * @param target name of the server
 * @param profile what the run was graded under
 * @param complete false if the run was cut short
 * @param exitCode exit code of the run
 * @param verdicts verdict of every requirement
 * @param exchanges the hash chain over the exchanges
 * @param files every other file of the pack
 */
public record PackManifest(
        int schema,
        Maker tool,
        Instant created,
        String target,
        String profile,
        boolean complete,
        int exitCode,
        Map<String, Verdict> verdicts,
        Chain exchanges,
        List<Item> files) {

    /** Version of the format this class writes and reads. */
    static final int SCHEMA = 1;

    public PackManifest {
        verdicts = new LinkedHashMap<>(verdicts);
        files = List.copyOf(files);
    }

    /** What made the pack; {@code sha256} is the checksum of the tool's own files. */
    public record Maker(String name, String version, String catalogue, String sha256) {}

    /** Number of lines of {@code exchanges.jsonl} and the last link of the chain over them. */
    public record Chain(int lines, String last) {}

    /** A file of the pack: path, size in bytes and SHA-256. */
    public record Item(String path, long size, String sha256) {}

    /** The manifest of a pack with {@code files}. */
    static PackManifest of(
            RunReport run, Map<String, byte[]> files, HashChain chain, String toolChecksum, Instant created) {
        return new PackManifest(
                SCHEMA,
                new Maker(run.tool().name(), run.tool().version(), run.tool().catalogue(), toolChecksum),
                created,
                run.target().name(),
                run.profile(),
                run.complete(),
                run.exitCode(),
                verdicts(run),
                new Chain(chain.lines(), chain.last()),
                files.entrySet().stream()
                        .map(file -> new Item(file.getKey(), file.getValue().length, Sha256.of(file.getValue())))
                        .toList());
    }

    /** The verdicts of a run by requirement. */
    static Map<String, Verdict> verdicts(RunReport run) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (CheckResult result : run.results()) {
            verdicts.put(result.id(), result.verdict());
        }
        return verdicts;
    }

    byte[] text() {
        return Json.pretty(this).getBytes(StandardCharsets.UTF_8);
    }
}
