package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.browser.BrowserLauncher;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Profile;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.servers.KeycloakServer.Realm;
import org.devicegrant.conformance.servers.OidcProviderServer.Store;
import org.devicegrant.conformance.servers.spring.SpringOptions;
import org.devicegrant.conformance.servers.spring.SpringServer;
import org.devicegrant.conformance.target.TargetFile;
import org.devicegrant.conformance.target.User;
import org.junit.jupiter.api.Test;

/**
 * Every way through the pages of every known server in every browser, with nothing but username and password, and how long
 * each takes. Started by {@code src/it/known-servers/journeys.sh}; its name keeps it out of every other build.
 */
class Journeys {
    private static final Path RESULT = Path.of("target", "known-servers", "journeys");
    private static final List<String> SERVERS = listed("journeys.servers", "embedded,spring,oidc-provider,keycloak");
    private static final List<String> BROWSERS = listed("journeys.browsers", "chrome,firefox,htmlunit");

    private static final String WRONG = "BBBB-BBBB";

    private final List<String> lines = new ArrayList<>();
    private int misses;

    private static List<String> listed(String property, String usual) {
        return Arrays.asList(System.getProperty(property, usual).split(","));
    }

    @Test
    void leadWhereTheyShould() throws Exception {
        lines.add("| server | browser | journey | ends on | device gets | ms |");
        lines.add("|---|---|---|---|---|---:|");
        for (String server : SERVERS) {
            with(server);
        }
        assertThat(misses).as(String.join("\n", lines)).isZero();
    }

    private void with(String name) throws Exception {
        switch (name) {
            case "embedded" -> {
                try (EmbeddedServer server = EmbeddedServer.start()) {
                    in(new EmbeddedAsKnown(server));
                }
            }
            case "spring" -> {
                try (SpringServer server = SpringServer.start(SpringOptions.jdbc())) {
                    in(server);
                }
            }
            case "oidc-provider" -> {
                try (OidcProviderServer server = OidcProviderServer.start(Store.MAP, Duration.ofMinutes(10))) {
                    in(server);
                }
            }
            case "keycloak" -> {
                try (KeycloakServer server = KeycloakServer.start()) {
                    in(server.realm(Realm.DEVICE));
                }
            }
            default -> throw new IllegalArgumentException(name + " is no server that is known");
        }
    }

    private void in(KnownServer server) throws Exception {
        for (String browser : BROWSERS) {
            Path pictures = RESULT.resolve(server.name() + "-" + browser);
            BrowserOptions options = new BrowserOptions(
                    BrowserOptions.Kind.valueOf(browser.toUpperCase(Locale.ROOT)),
                    null,
                    true,
                    1,
                    pictures,
                    false,
                    List.of());
            try (Browsers browsers = BrowserLauncher.launch(options)) {
                through(server, browsers);
            }
        }
    }

    private void through(KnownServer server, Browsers browsers) throws Exception {
        PlainDevice device = new PlainDevice(server);
        // The first walk of all pays for what server and browser prepare only once.
        try (Profile profile = browsers.profile()) {
            new Journey(server, browsers, alice(server), device.start(), "warm-up").walk(profile, Decision.APPROVE);
        }
        try (Profile profile = browsers.profile()) {
            walk(server, browsers, device, profile, "approve, signing in", Decision.APPROVE);
            walk(server, browsers, device, profile, "approve, signed in", Decision.APPROVE);
            walk(server, browsers, device, profile, "complete address", Decision.APPROVE);
            walk(server, browsers, device, profile, "wrong code", Decision.APPROVE);
        }
        try (Profile profile = browsers.profile()) {
            walk(server, browsers, device, profile, "deny, signing in", Decision.REFUSE);
        }
    }

    private void walk(
            KnownServer server, Browsers browsers, PlainDevice device, Profile profile, String name, Decision decision)
            throws IOException, InterruptedException {
        JsonNode codes = device.start();
        Journey journey = new Journey(server, browsers, alice(server), codes, name);
        journey.walk(profile, decision);
        JsonNode answer = device.poll(codes);
        String got =
                answer.has("access_token") ? "tokens" : answer.path("error").asText();
        boolean good = journey.isGood(decision, got);
        misses += good ? 0 : 1;
        lines.add(journey.line(got, good));
        if (!good) {
            journey.walk.steps().forEach(step -> lines.add("  " + step.kind() + " " + step.did()));
        }
        Files.createDirectories(RESULT);
        Files.write(RESULT.resolve("journeys.md"), lines);
    }

    private static Credentials alice(KnownServer server) throws IOException {
        Path file = server.targetFile(RESULT.resolve(server.name()));
        User user = TargetFile.read(file, Map.of(), List.of()).users().get(0);
        return new Credentials(user.username(), user.password().reveal());
    }

    /** One way through the pages. */
    private static final class Journey {
        private final KnownServer server;
        private final Browsers browsers;
        private final Credentials user;
        private final JsonNode codes;
        private final String name;
        private long millis;
        private Walk walk;

        Journey(KnownServer server, Browsers browsers, Credentials user, JsonNode codes, String name) {
            this.server = server;
            this.browsers = browsers;
            this.user = user;
            this.codes = codes;
            this.name = name;
        }

        void walk(Profile profile, Decision decision) {
            boolean complete = name.startsWith("complete") && codes.has("verification_uri_complete");
            String address = codes.path(complete ? "verification_uri_complete" : "verification_uri")
                    .asText();
            String code =
                    name.startsWith("wrong") ? WRONG : codes.path("user_code").asText();
            long start = System.nanoTime();
            try (Tab tab = profile.tab()) {
                tab.open(URI.create(address));
                walk = tab.walk(new Errand(complete ? null : code, user, decision, Duration.ofSeconds(60)));
                millis = (System.nanoTime() - start) / 1_000_000;
            }
        }

        boolean isGood(Decision decision, String got) {
            if (name.startsWith("wrong")) {
                return walk.ending() == PageKind.WRONG_CODE && got.equals("authorization_pending");
            }
            return decision == Decision.APPROVE
                    ? walk.ending() == PageKind.SUCCESS && got.equals("tokens")
                    : walk.ending() == PageKind.REFUSED && got.equals("access_denied");
        }

        String line(String got, boolean good) {
            return "| " + server.name() + " " + server.version() + " | " + browsers.description() + " | " + name + " | "
                    + walk.ending() + (good ? "" : " **MISS** " + walk.reason()) + " | " + got + " | " + millis + " |";
        }
    }
}
