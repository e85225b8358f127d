package org.devicegrant.conformance.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An authorization server that somebody else wrote, running on this machine with the clients and users of {@link Registration}. */
public interface KnownServer {

    /** Name of the server and its setting, as in the name of its expectation file; shown in reports. */
    String name();

    /** Version of the server's software, for example {@code 7.1.1}. */
    String version();

    /** The issuer identifier, without a trailing slash. */
    String issuer();

    /** The private key of the {@code private_key_jwt} client. */
    ClientKey clientKey();

    /** What devices ask for, space-delimited. */
    default String scope() {
        return "profile email";
    }

    /** A part of {@link #scope()}. */
    default String narrowScope() {
        return "profile";
    }

    /** The target file as text; it names the key file relative to its own place, see {@link #targetFile(Path)}. */
    default String targetYaml() {
        return Registration.targetYaml(this);
    }

    /** Writes the target file and the key file beside it, and gives the place of the former. */
    default Path targetFile(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(Registration.JWK_FILE), clientKey().privateJwk());
        return Files.writeString(directory.resolve("target.yaml"), targetYaml());
    }
}
