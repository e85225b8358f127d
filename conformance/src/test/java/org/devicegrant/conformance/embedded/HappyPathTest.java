package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HappyPathTest {
    private static EmbeddedServer server;
    private static Wire wire;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start();
        wire = new Wire(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void issuesCodesThatMayNotBeStored() {
        Wire.Reply started = wire.start();

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.text("device_code")).hasSize(43);
        assertThat(started.text("user_code")).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(started.text("verification_uri")).isEqualTo(server.issuer() + "/device");
        assertThat(started.text("verification_uri_complete"))
                .isEqualTo(server.issuer() + "/device?user_code=" + started.text("user_code"));
        assertThat(started.json().path("expires_in").intValue()).isEqualTo(600);
        assertThat(started.json().path("interval").intValue()).isEqualTo(5);
        assertThat(started.raw().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(started.raw().headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void approvalYieldsTokenOnce() {
        Wire.Reply started = wire.start();
        assertThat(wire.poll(started).error()).isEqualTo("authorization_pending");
        assertThat(wire.poll(started).error()).isEqualTo("slow_down");

        Browser browser = new Browser().approve(started, "alice");
        assertThat(browser.text()).contains("Device connected");

        Wire.Reply tokens = wire.poll(started);
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        assertThat(tokens.text("scope")).isEqualTo("profile");
        assertThat(wire.poll(started).error()).isEqualTo("invalid_grant");
        Wire.Reply userinfo = wire.get("/userinfo", "Authorization", "Bearer " + tokens.text("access_token"));
        assertThat(userinfo.text("sub")).isEqualTo("alice");
    }

    @Test
    void refusalReachesTheDevice() {
        Wire.Reply started = wire.start();

        Browser browser = new Browser().refuse(started, "bob");

        assertThat(browser.text()).contains("Access refused");
        assertThat(wire.poll(started).error()).isEqualTo("access_denied");
    }

    @Test
    void linkShowsTheCodeAndLeavesTheDecision() {
        Wire.Reply started = wire.start();

        Browser browser = new Browser().open(started.text("verification_uri_complete"));
        assertThat(browser.text()).contains(started.text("user_code"), "Compare");
        browser.send("user_code", started.text("user_code")).signIn("alice");
        assertThat(browser.text()).contains("Living Room TV", started.text("user_code"), "profile");

        assertThat(wire.poll(started).error()).isEqualTo("authorization_pending");
        assertThat(browser.send("decision", "approve").text()).contains("Device connected");
        assertThat(wire.poll(started).status()).isEqualTo(200);
    }

    @Test
    void metadataNamesWhatWorks() {
        Wire.Reply metadata = wire.get("/.well-known/oauth-authorization-server");

        assertThat(metadata.text("issuer")).isEqualTo(server.issuer());
        assertThat(metadata.text("device_authorization_endpoint")).isEqualTo(server.issuer() + "/device_authorization");
        assertThat(metadata.json())
                .isEqualTo(wire.get("/.well-known/openid-configuration").json());
        assertThat(wire.get("/jwks").json().path("keys")).hasSize(1);
    }

    @Test
    void writesTargetFileWithKeyBeside(@TempDir Path directory) throws IOException {
        Path target = server.targetFile(directory.resolve("new"));

        assertThat(Files.readString(target)).isEqualTo(server.targetYaml()).contains("issuer: '" + server.issuer());
        assertThat(Files.readString(target.resolveSibling("tv-jwt.jwk"))).contains("\"kty\":\"RSA\"", "\"d\"");
    }
}
