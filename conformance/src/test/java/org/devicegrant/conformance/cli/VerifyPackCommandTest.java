package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyPackCommandTest {
    @TempDir
    Path directory;

    @Test
    void acceptsWhatCheckHasPackedAndSigned() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        Path secret = Files.writeString(directory.resolve("key.jwk"), key.toJSONString());
        Path known = Files.writeString(
                directory.resolve("key.pub"), key.toPublicJWK().toJSONString());
        Path pack = directory.resolve("run.zip");

        pack(pack, "--pack-key", secret.toString());
        Invocation verified = Invocation.of("verify-pack", pack.toString(), "--key", known.toString())
                .succeeds();

        assertThat(verified.out())
                .contains("nothing was altered", "1 pass", "Exit code of the run: 0")
                .contains("Signed by the key with the thumbprint " + key.computeThumbprint());
    }

    @Test
    void refusesAnAlteredByteAndAnotherKey() throws Exception {
        Path pack = directory.resolve("run.zip");
        pack(pack);
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Path altered = Files.write(directory.resolve("altered.zip"), bytes);
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        Path key = Files.writeString(
                directory.resolve("other.pub"), other.toPublicJWK().toJSONString());

        Invocation.of("verify-pack", pack.toString()).succeeds();
        Invocation.of("verify-pack", altered.toString()).complains(1, "is refused");
        Invocation.of("verify-pack", pack.toString(), "--key", key.toString()).complains(1, "is refused");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws Exception {
        Path noKey = Files.writeString(directory.resolve("no.jwk"), "{}");

        Invocation.of("verify-pack", "nowhere.zip").complains(2, "there is no file nowhere.zip");
        Invocation.of("verify-pack", noKey.toString(), "--key", noKey.toString())
                .complains(2, "does not hold a JWK");
        Invocation.of("verify-pack", noKey.toString()).complains(1, "is refused");
        Invocation.of("check", "-c", "x", "--pack-key", noKey.toString()).complains(2, "add --pack FILE");
    }

    private void pack(Path pack, String... more) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            String[] fixed = {
                "check",
                "-c",
                server.targetFile(directory.resolve("target")).toString(),
                "--set",
                "approval.by=none",
                "--include",
                "8628-3.2-device-code-present",
                "--out",
                directory.resolve("report").toString(),
                "--pack",
                pack.toString()
            };
            String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
            System.arraycopy(more, 0, all, fixed.length, more.length);
            Invocation.of(all).succeeds();
        }
    }
}
