package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    Path directory;

    @Test
    void writesAFileThatLoads() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Path file = directory.resolve("target.yaml");

            Invocation invocation = Invocation.of(
                            "init", "--issuer", server.issuer(), "--client-id", "tv-public", "-o", file.toString())
                    .succeeds();
            Target target = TargetFile.read(file, Map.of(), List.of());

            assertThat(target.issuer()).isEqualTo(URI.create(server.issuer()));
            assertThat(target.clients().main().clientId()).isEqualTo("tv-public");
            assertThat(target.scope()).isEqualTo("openid");
            assertThat(invocation.out()).contains(file + " is written", "device-grant doctor -c " + file);
            WrittenFiles.assertOwnersAlone(file);
        }
    }

    @Test
    void printsWhereNoFileIsNamed() {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            String metadata = server.issuer() + "/.well-known/oauth-authorization-server";

            String yaml = Invocation.of("init", "--issuer", metadata).succeeds().out();

            assertThat(yaml)
                    .contains("issuer: '" + server.issuer() + "'\n", "#   token: '" + server.issuer() + "/token'\n")
                    .contains("# Offered: openid", "client_id: 'your-public-client'")
                    .doesNotContain("The metadata does not list");
        }
    }

    @Test
    void saysWhatTheMetadataLacks() {
        Behaviour behaviour = new Behaviour();
        behaviour.onMetadata((request, answer) -> answer.remove("device_authorization_endpoint")
                .remove("grant_types_supported")
                .set("issuer", "https://elsewhere.example"));
        try (EmbeddedServer server = EmbeddedServer.start(behaviour)) {
            String yaml = Invocation.of("init", "--issuer", server.issuer())
                    .succeeds()
                    .out();

            assertThat(yaml)
                    .contains("\nendpoints:   # not all of them are in the metadata\n")
                    .contains("  device_authorization: '" + server.issuer() + "/FILL-IN'\n")
                    .contains("# The metadata names another issuer: https://elsewhere.example")
                    .contains("# The metadata does not list the device grant");
            assertThat(TargetFile.parse(yaml, directory, Map.of(), List.of())
                            .endpoints()
                            .token())
                    .isEqualTo(URI.create(server.issuer() + "/token"));
        }
    }

    @Test
    void doesNotOverwriteUnasked() throws Exception {
        Path file = Files.writeString(directory.resolve("target.yaml"), "mine");

        Invocation.of("init", "--issuer", "http://127.0.0.1:1", "-o", file.toString())
                .complains(2, "exists already", "--force");

        assertThat(file).hasContent("mine");
    }

    @Test
    void needsAServer() {
        Invocation.of("init", "--issuer", "http://127.0.0.1:1").complains(3, "refused the connection");
        try (EmbeddedServer server = EmbeddedServer.start()) {
            Invocation.of("init", "--issuer", server.issuer() + "/nothing-here")
                    .complains(3, "no metadata was found", "--set endpoints.token=URL");
        }
    }

    @Test
    void writesTheSchemaForEditors() throws Exception {
        try (InputStream schema = TargetFile.class.getResourceAsStream(TargetFile.SCHEMA)) {
            assertThat(Invocation.of("init", "--schema").succeeds().out())
                    .isEqualTo(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
