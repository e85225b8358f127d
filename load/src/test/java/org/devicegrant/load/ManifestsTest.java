package org.devicegrant.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import java.io.IOException;
import java.nio.file.Path;
import org.devicegrant.load.cli.LoadCommand;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The Kubernetes manifests, held against the fields that Kubernetes knows. */
class ManifestsTest {
    private static final Path BASE = Path.of("src/k8s/base");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void theJobHasOnlyFieldsThatKubernetesKnows() throws IOException {
        V1Job.validateJsonElement(json("job.yaml"));
        V1PersistentVolumeClaim.validateJsonElement(json("results.yaml"));
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowWouldBeSeen() {
        assertThatThrownBy(() -> V1Job.validateJsonElement(JsonParser.parseString(
                        "{\"spec\":{\"completionsMode\":\"Indexed\",\"template\":{\"spec\":{\"containers\":[]}}}}")))
                .hasMessageContaining("completionsMode");
    }

    @Test
    void everyInjectorHasItsOwnIndexAndAllOfThemAreThere() throws IOException {
        JsonNode spec = yaml("job.yaml").path("spec");
        JsonNode container = spec.at("/template/spec/containers/0");

        assertThat(spec.path("completionMode").asText()).isEqualTo("Indexed");
        assertThat(spec.path("parallelism")).isEqualTo(spec.path("completions"));
        assertThat(container.at("/env/0/value").asText())
                .isEqualTo(spec.path("completions").asText());
        assertThat(container.at("/args/0").asText())
                .contains("--shard \"$JOB_COMPLETION_INDEX/$INJECTORS\"", "--out \"/results/$JOB_COMPLETION_INDEX\"");
    }

    @Test
    void theJobOnlyUsesOptionsThatThereAre() throws IOException {
        CommandSpec load = new CommandLine(new LoadCommand()).getCommandSpec();
        String options =
                yaml("job.yaml").at("/spec/template/spec/containers/0/args/0").asText() + " "
                        + yaml("kustomization.yaml").at("/configMapGenerator/0/literals");

        for (String word : options.split("[ \"=]+")) {
            if (word.startsWith("--")) {
                assertThat(load.findOption(word)).as(word).isNotNull();
            }
        }
    }

    private static JsonElement json(String file) throws IOException {
        return JsonParser.parseString(yaml(file).toString());
    }

    private static JsonNode yaml(String file) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(BASE.resolve(file).toFile())) {
            return documents.next();
        }
    }
}
