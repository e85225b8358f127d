package org.devicegrant.conformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.reports.OwnerOnlyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code init}: writes a commented target file from the server's metadata. */
@Command(
        name = "init",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Reads a server's metadata and writes a commented target file.")
final class InitCommand implements Callable<Integer> {
    private static final String UNKNOWN_CLIENT = "your-public-client";

    @Spec
    CommandSpec spec;

    @Option(names = "--issuer", paramLabel = "URL", description = "Issuer whose metadata is read.")
    String issuer;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; standard output if left out.")
    Path output;

    @Option(names = "--client-id", paramLabel = "ID", description = "Public client, if there is one already.")
    String clientId = UNKNOWN_CLIENT;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "How to reach the server, as in a target file: http.ca_file=ca.pem. May be repeated.")
    List<String> overrides = new ArrayList<>();

    @Option(names = "--force", description = "Overwrite an existing file.")
    boolean force;

    @Option(names = "--schema", description = "Write the JSON Schema of target files instead, for editors.")
    boolean schema;

    private final Surroundings surroundings;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!schema && issuer == null) {
            throw new UsageFault("which server? Give --issuer URL");
        }
        if (output != null && Files.exists(output) && !force) {
            throw new UsageFault(output + " exists already; choose another name, or overwrite it with --force");
        }
        write(schema ? schema() : draft());
        return 0;
    }

    private String draft() {
        Target target = TargetFile.of(withoutWellKnown(issuer), clientId, surroundings.environment(), overrides);
        return new TargetDraft(target, Metadata.read(target)).text();
    }

    /** People paste the address of the metadata itself. */
    private static String withoutWellKnown(String address) {
        return address.replaceFirst("/\\.well-known/(openid-configuration|oauth-authorization-server)", "");
    }

    private void write(String text) {
        PrintWriter out = spec.commandLine().getOut();
        if (output == null) {
            out.print(text);
            out.flush();
            return;
        }
        try {
            OwnerOnlyFiles.replace(output, text);
        } catch (IOException e) {
            throw new UsageFault(output + " cannot be written: " + e.getClass().getSimpleName());
        }
        out.println(output + " is written."
                + (schema ? "" : " Fill in the clients and users, then: device-grant doctor -c " + output));
    }

    private static String schema() {
        try (InputStream in = TargetFile.class.getResourceAsStream(TargetFile.SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + TargetFile.SCHEMA);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
