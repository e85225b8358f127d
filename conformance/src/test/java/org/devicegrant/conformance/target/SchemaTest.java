package org.devicegrant.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use and the loader know the same keys. */
class SchemaTest {
    private static final JsonNode SCHEMA = schema();

    @TempDir
    Path directory;

    @Test
    void knowsTheKeysThatTheLoaderKnows() throws Exception {
        Samples.attachments(directory);
        Map<String, Set<String>> described = new TreeMap<>();
        collect(SCHEMA, "", described);

        assertThat(described).isEqualTo(TargetFile.vocabulary(Samples.everything(), directory));
    }

    @Test
    void acceptsWhatTheLoaderAccepts() throws Exception {
        assertThat(complaints(Samples.everything())).isEmpty();
        assertThat(complaints("issuer: https://a.example\nclients: {confidential: {client_id: a, client_secret: b}}"))
                .isEmpty();
        assertThat(complaints("issuer: ${ISSUER}\nclients: {public: {client_id: tv}}\nhttp: {proxy: null}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: x",
                "approval: {by: browsr}",
                "approval: {headless: maybe}",
                "timing: {late_expiry: 60}",
                "timing: {starts_per_second: 0}",
                "http: {proxy: 'proxy:3128'}",
                "users: [{username: a}]",
                "extra_parameters: {client_id: x}",
                "hooks: {disable_user: [a]}",
                "scope: 'a  b'",
                "objectives: {errors: 1.5}",
                "clients: {public: {client_id: a, auth_method: private_key_jwt}}",
                "clients: {private_key_jwt: {client_id: a, jwk_file: b}}",
                "clients: {public: {clientid: a}}"
            })
    void refusesWhatTheLoaderRefuses(String yaml) throws Exception {
        String base = yaml.startsWith("clients") ? "" : "clients: {public: {client_id: tv}}\n";

        assertThat(complaints("issuer: https://a.example\n" + base + yaml)).isNotEmpty();
    }

    private static java.util.List<?> complaints(String yaml) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA.toString(), InputFormat.JSON);
        return schema.validate(new YAMLMapper().readTree(yaml).toString(), InputFormat.JSON);
    }

    /** The closed objects of the schema by path, as the loader writes paths. */
    private static void collect(JsonNode at, String path, Map<String, Set<String>> described) {
        JsonNode node = at.has("$ref") ? definition(at.get("$ref").asText()) : at;
        node.path("allOf").forEach(part -> {
            if (part.has("$ref")) {
                collect(part, path, described);
            }
        });
        if (node.path("additionalProperties").isBoolean()) {
            Set<String> keys = new TreeSet<>();
            node.path("properties").properties().forEach(property -> {
                keys.add(property.getKey());
                collect(
                        property.getValue(),
                        path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                        described);
            });
            described.put(path, keys);
        }
        if (node.has("items")) {
            collect(node.get("items"), path + "[]", described);
        }
    }

    private static JsonNode definition(String reference) {
        return SCHEMA.at(reference.substring(1));
    }

    private static JsonNode schema() {
        try (InputStream in = SchemaTest.class.getResourceAsStream(TargetFile.SCHEMA)) {
            return new ObjectMapper().readTree(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
