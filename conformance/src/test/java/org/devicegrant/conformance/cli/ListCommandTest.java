package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.devicegrant.conformance.requirement.Catalogue;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void listsTheCatalogueForPeople() {
        Invocation invocation = Invocation.of("list").succeeds();

        assertThat(invocation.out())
                .contains("response-fields\n  8628-3.2-status-200  [derived]\n", "\ntransport\n")
                .contains("RFC 8628 section 3.5 · needs approval · takes 4*interval + 15s", "· runs last and alone")
                .endsWith(CATALOGUE.requirements().size() + " requirements (catalogue 2026.11)\n");
    }

    @Test
    void listsTheCatalogueForPrograms() throws Exception {
        JsonNode catalogue = JSON.readTree(
                Invocation.of("list", "requirements", "--json").succeeds().out());

        assertThat(catalogue.path("requirements")).hasSameSizeAs(CATALOGUE.requirements());
        JsonNode foreign = find(catalogue, "6749-5.2-foreign-device-code");
        assertThat(foreign.path("level").asText()).isEqualTo("derived");
        assertThat(foreign.path("needs")).extracting(JsonNode::asText).containsExactly("clients.other", "approval");
        assertThat(foreign.path("profiles")).extracting(JsonNode::asText).contains("core", "security", "all");
        assertThat(find(catalogue, "6749-10.3-internal-and-organisational-duties")
                        .path("reason")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void listsASelection() {
        Invocation invocation = Invocation.of(
                        "list", "--include", "transport,8628-4-*", "--exclude", "*tls*", "--profile", "security")
                .succeeds();

        assertThat(invocation.out()).contains("9700-2.6-cors").endsWith("\n1 requirements (catalogue 2026.11)\n");
    }

    @Test
    void listsTheChecksOfThisBuild() throws Exception {
        String text = Invocation.of("list", "checks", "--include", "expiry")
                .succeeds()
                .out();
        JsonNode checks = JSON.readTree(
                Invocation.of("list", "checks", "--json").succeeds().out());

        assertThat(text).contains("8628-3.2-not-late", "rfc8628.s3_2_authorization_response.LifetimeChecks.");
        assertThat(checks.path("checks")).isNotEmpty();
        assertThat(checks.path("checks").get(0).path("class").asText()).endsWith("Checks");
    }

    @Test
    void saysWhereTheLoadScenariosAre() throws Exception {
        assertThat(Invocation.of("list", "scenarios").succeeds().out()).contains("load/target/device-grant");
        assertThat(JSON.readTree(Invocation.of("list", "scenarios", "--json").out())
                        .path("scenarios"))
                .isEmpty();
    }

    private static JsonNode find(JsonNode catalogue, String id) {
        for (JsonNode requirement : catalogue.path("requirements")) {
            if (requirement.path("id").asText().equals(id)) {
                return requirement;
            }
        }
        throw new AssertionError(id);
    }
}
