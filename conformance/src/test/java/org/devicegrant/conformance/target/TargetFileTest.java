package org.devicegrant.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTest {
    private static final String SMALL = "issuer: https://as.example\nclients: {public: {client_id: tv}}\n";

    @TempDir
    Path directory;

    @BeforeEach
    void attachments() throws Exception {
        Samples.attachments(directory);
    }

    @Test
    void readsEveryKey() {
        Target target = TargetFile.parse(Samples.everything(), directory, Map.of(), List.of());

        assertThat(target.name()).isEqualTo("staging");
        assertThat(target.issuer()).isEqualTo(URI.create("https://as.example/tenant"));
        assertThat(target.endpoints().token()).isEqualTo(URI.create("https://as.example/token"));
        assertThat(target.scope()).isEqualTo("openid profile");
        assertThat(target.users()).extracting(User::username).containsExactly("alice", "bob", "carol");
        assertThat(target.extraParameters()).containsExactly(Map.entry("account", "alice"), Map.entry("count", "3"));
        assertThat(target.windows()).isEqualTo(new Windows(Duration.ofDays(7), Duration.ofMinutes(10)));
        assertThat(target.timing()).isEqualTo(new Timing(Duration.ofMillis(300), Duration.ofSeconds(90), 2.5));
        assertThat(target.kiosk().entitled()).isEqualTo("carol");
        assertThat(target.loadAllowed()).isTrue();
        assertThat(target.objectives().errors()).isEqualTo(0.001);
    }

    @Test
    void readsClientsWithTheirCredentials() {
        Clients clients = TargetFile.parse(
                        Samples.everything(), directory, Map.of("TV_SECRET", "from outside"), List.of())
                .clients();

        assertThat(clients.main().clientId()).isEqualTo("tv-public");
        assertThat(clients.public_())
                .isEqualTo(new Client("tv-public", null, AuthMethod.NONE, null, null, "profile", "Living Room"));
        assertThat(clients.confidential())
                .isEqualTo(new Client(
                        "tv-confidential",
                        Secret.of("from outside"),
                        AuthMethod.CLIENT_SECRET_POST,
                        null,
                        null,
                        null,
                        null));
        assertThat(clients.privateKeyJwt().jwkFile()).isEqualTo(directory.resolve("tv-jwt.jwk"));
        assertThat(clients.privateKeyJwt().authMethod()).isEqualTo(AuthMethod.PRIVATE_KEY_JWT);
        assertThat(clients.specialCharacters().clientSecret().reveal()).isEqualTo("a b+c%");
        assertThat(clients.disposable().clientSecret().reveal()).isEqualTo("from a file");
        assertThat(clients.introspection().authMethod()).isEqualTo(AuthMethod.CLIENT_SECRET_BASIC);
    }

    @Test
    void readsTheUsersSide() {
        Approval approval = TargetFile.parse(Samples.everything(), directory, Map.of(), List.of())
                .approval();

        assertThat(approval.browser()).isEqualTo(Approval.Browser.REMOTE);
        assertThat(approval.headless()).isFalse();
        assertThat(approval.patience()).isEqualTo(Duration.ofSeconds(90));
        assertThat(approval.steps())
                .containsExactly(new Approval.Step(
                        new Approval.When("*/device", "*", "*code*", "form"),
                        List.of(
                                new Approval.Type("#code", "{user_code}"),
                                new Approval.Click("button"),
                                new Approval.Wait(".done"))));
        assertThat(approval.toString()).doesNotContain("key@");
    }

    @Test
    void readsWhatSomeChecksNeedToBeTold() {
        Target target = TargetFile.parse(Samples.everything(), directory, Map.of(), List.of());

        assertThat(target.probes().authorizationDetails())
                .isEqualTo("{\"type\":\"payment\",\"amount\":3.50,\"actions\":[\"read\",true,null],\"note\":\"3\"}");
        assertThat(target.probes().resources())
                .containsExactly(URI.create("https://api.example/a"), URI.create("urn:example:b"));
        assertThat(target.registration().initialAccessToken().reveal()).isEqualTo("t0ken");
        assertThat(target.http().headers()).containsExactly(Map.entry("X-Tenant", Secret.of("one")));
        assertThat(target.hooks().disableUser()).containsExactly("./disable.sh");
    }

    @Test
    void fillsInWhatIsLeftOut() {
        Target target = TargetFile.parse(SMALL, directory, Map.of(), List.of());

        assertThat(target).isEqualTo(withDirectory(Target.of(URI.create("https://as.example"), "tv")));
        assertThat(target.name()).isEqualTo("as.example");
        assertThat(target.timing().intervalGuard()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void acceptsAConfidentialClientAlone() {
        Target target = TargetFile.parse(
                "issuer: https://as.example\nclients: {confidential: {client_id: tv, client_secret: s}}\n",
                directory,
                Map.of(),
                List.of());

        assertThat(target.clients().public_()).isNull();
        assertThat(target.clients().main().authMethod()).isEqualTo(AuthMethod.CLIENT_SECRET_BASIC);
    }

    @Test
    void acceptsEndpointsInsteadOfAnIssuer() {
        Target target = TargetFile.parse(
                "endpoints: {device_authorization: 'https://a.example/d', token: 'https://a.example/t'}\n"
                        + "clients: {public: {client_id: tv}}\n",
                directory,
                Map.of(),
                List.of());

        assertThat(target.issuer()).isNull();
        assertThat(target.name()).isEqualTo("a.example");
    }

    @Test
    void acceptsExplicitNulls() {
        Target target = TargetFile.parse(
                SMALL
                        + "scope: null\nhttp: {proxy: null, ca_file: ~, insecure: false, headers: {}}\nusers:\napproval:\n",
                directory,
                Map.of(),
                List.of());

        assertThat(target.http()).isEqualTo(Http.defaults());
        assertThat(target.users()).isEmpty();
    }

    @Test
    void overridesKeysFromTheCommandLine() {
        Target target = TargetFile.parse(
                Samples.everything(),
                directory,
                Map.of("PW", "new"),
                List.of(
                        "clients.public.client_id=tv-2",
                        "users[1].password=${PW}",
                        "users.2.username=dave",
                        "kiosk.entitled=dave",
                        "approval.command=[./other.sh, --fast]",
                        "windows=null",
                        "timing.late_expiry=5s",
                        "http.headers.X-New=a=b"));

        assertThat(target.clients().main().clientId()).isEqualTo("tv-2");
        assertThat(target.users().get(1).password().reveal()).isEqualTo("new");
        assertThat(target.users().get(2).username()).isEqualTo("dave");
        assertThat(target.approval().command()).containsExactly("./other.sh", "--fast");
        assertThat(target.windows()).isEqualTo(Windows.none());
        assertThat(target.timing().lateExpiry()).isEqualTo(Duration.ofSeconds(5));
        assertThat(target.http().headers()).containsEntry("X-New", Secret.of("a=b"));
    }

    @Test
    void makesATargetFromTheCommandLineAlone() {
        Target target = TargetFile.of(
                "https://as.example/t",
                "tv",
                Map.of(),
                List.of("approval.by=none", "users[0].username=a", "users[0].password=b"));

        assertThat(target.issuer()).isEqualTo(URI.create("https://as.example/t"));
        assertThat(target.clients().main()).isEqualTo(Client.publicClient("tv"));
        assertThat(target.approval().by()).isEqualTo(Approval.By.NONE);
        assertThat(target.users()).hasSize(1);
    }

    @Test
    void readsFromAFileWithPathsBesideIt() throws Exception {
        Path file = Files.writeString(directory.resolve("target.yaml"), Samples.everything());

        Target target = TargetFile.read(file, Map.of(), List.of());

        assertThat(target.directory()).isEqualTo(directory);
        assertThat(target.http().caFile()).isEqualTo(directory.resolve("ca.pem"));
    }

    private Target withDirectory(Target target) {
        return new Target(
                target.name(),
                target.issuer(),
                target.endpoints(),
                target.scope(),
                target.clients(),
                target.users(),
                target.approval(),
                target.extraParameters(),
                target.windows(),
                target.timing(),
                target.http(),
                target.probes(),
                target.kiosk(),
                target.registration(),
                target.hooks(),
                target.loadAllowed(),
                target.objectives(),
                directory);
    }
}
