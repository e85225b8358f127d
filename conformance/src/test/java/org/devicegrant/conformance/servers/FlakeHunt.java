package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.servers.KeycloakServer.Realm;
import org.devicegrant.conformance.servers.spring.SpringOptions;
import org.devicegrant.conformance.servers.spring.SpringServer;
import org.junit.jupiter.api.Test;

/**
 * The whole check run many times against one server, every second time beside loops that keep the processors busy. Started by
 * {@code src/it/known-servers/flake-hunt.sh}; its name keeps it out of every other build.
 */
class FlakeHunt {

    private static final Path RESULT = Path.of("target", "known-servers", "flake-hunt.md");
    private static final int RUNS = Integer.getInteger("flake-hunt.runs", 10);
    private static final List<String> SERVERS = Arrays.asList(
            System.getProperty("flake-hunt.servers", "embedded,spring,keycloak").split(","));

    /** A run of a server, whatever it is. */
    private interface Subject {
        Path run() throws IOException;
    }

    @Test
    void verdictsStayTheSame() throws Exception {
        List<VerdictTable> tables = new ArrayList<>();
        for (String server : SERVERS) {
            tables.add(hunt(server));
            Files.createDirectories(RESULT.getParent());
            Files.writeString(
                    RESULT,
                    String.join(
                            "\n", tables.stream().map(VerdictTable::markdown).toList()));
        }
        assertThat(tables)
                .allSatisfy(
                        table -> assertThat(table.flakes()).as(table.server()).isEmpty());
    }

    private static VerdictTable hunt(String server) throws Exception {
        switch (server) {
            case "embedded" -> {
                Behaviour behaviour = new Behaviour();
                behaviour.codes().lifetime(Duration.ofSeconds(90));
                behaviour.polling().interval(Duration.ofSeconds(2));
                try (EmbeddedServer embedded = EmbeddedServer.start(behaviour)) {
                    return repeat("embedded", () -> KnownServerRun.against(new EmbeddedAsKnown(embedded)));
                }
            }
            case "spring" -> {
                try (SpringServer spring =
                        SpringServer.start(SpringOptions.jdbc().codesLiveFor(Duration.ofSeconds(60)))) {
                    return repeat(spring.name(), () -> KnownServerRun.against(spring));
                }
            }
            case "keycloak" -> {
                try (KeycloakServer keycloak = KeycloakServer.start()) {
                    KnownServer realm = keycloak.realm(Realm.SHORT);
                    return repeat(realm.name(), () -> KnownServerRun.against(realm));
                }
            }
            default -> throw new IllegalArgumentException(server + " is none of embedded, spring, keycloak");
        }
    }

    private static VerdictTable repeat(String server, Subject subject) throws IOException {
        Map<String, Set<String>> chance = server.equals("embedded")
                ? Map.of()
                : ExpectedResults.of(server).chance();
        VerdictTable table = new VerdictTable(server, chance);
        for (int i = 0; i < RUNS; i++) {
            if (i % 2 == 0) {
                table.add("quiet", subject.run());
            } else {
                try (BusyLoops loops = new BusyLoops()) {
                    table.add("busy", subject.run());
                }
            }
        }
        return table;
    }
}
