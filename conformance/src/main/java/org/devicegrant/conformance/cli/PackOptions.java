package org.devicegrant.conformance.cli;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.requirement.Catalogue;
import org.devicegrant.reports.pack.EvidencePack;
import picocli.CommandLine.Option;

/** The evidence pack of a run. */
final class PackOptions {
    @Option(
            names = "--pack",
            paramLabel = "FILE",
            description = "Also writes an evidence pack: one zip that shows every alteration.")
    Path pack;

    @Option(names = "--pack-key", paramLabel = "JWK", description = "File with a private key to sign the pack with.")
    Path key;

    /**
     * Fails early.
     *
     * @throws UsageFault if the key cannot be used
     */
    void validate() {
        if (key != null && pack == null) {
            throw new UsageFault("--pack-key signs a pack; add --pack FILE");
        }
        if (key != null && !jwk(key, "--pack-key").isPrivate()) {
            throw new UsageFault("--pack-key: " + key + " is not a private key");
        }
    }

    /** Packs what a run has left, if that was asked for. */
    void write(Path report) {
        if (pack != null) {
            JWK signer = key == null ? null : jwk(key, "--pack-key");
            new EvidencePack(report, Catalogue.FILE, Catalogue.shippedFile(), OwnChecksum.sha256())
                    .write(pack, Clock.system().wallTime(), signer);
        }
    }

    /**
     * The key in a file.
     *
     * @throws UsageFault if there is none
     */
    static JWK jwk(Path file, String option) {
        try {
            return JWK.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UsageFault(option + ": " + file + " cannot be read");
        } catch (ParseException e) {
            throw new UsageFault(option + ": " + file + " does not hold a JWK");
        }
    }
}
