package org.devicegrant.conformance.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import picocli.CommandLine.Option;

/** Which server a command is about; a mixin of every command that needs one. */
public final class TargetOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Target file. 'device-grant init' writes one.")
    Path file;

    @Option(names = "--issuer", paramLabel = "URL", description = "Issuer, instead of a file; with --client-id.")
    String issuer;

    @Option(names = "--client-id", paramLabel = "ID", description = "Public client, instead of a file.")
    String clientId;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Overrides a key of the target file, for example approval.by=none. May be repeated.")
    List<String> overrides = new ArrayList<>();

    private final Map<String, String> environment;

    /** @param environment where the file's {@code ${NAME}} are looked up */
    public TargetOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The target.
     *
     * @throws UsageFault if the options do not name one
     * @throws org.devicegrant.conformance.target.InvalidTarget if anything is wrong with it
     */
    public Target target() {
        if (file != null && (issuer != null || clientId != null)) {
            throw new UsageFault(
                    "give either -c FILE or --issuer and --client-id; with a file, write --set issuer=URL");
        }
        if (file != null) {
            return TargetFile.read(file, environment, overrides);
        }
        if (issuer == null || clientId == null) {
            throw new UsageFault("which server? Give -c target.yaml, or --issuer URL and --client-id ID");
        }
        return TargetFile.of(issuer, clientId, environment, overrides);
    }
}
