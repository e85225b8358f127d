package org.devicegrant.conformance.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.Verdict;

/** Reads the catalogue's own file. What it does not understand is a defect of the product. */
final class CatalogueReader {
    private CatalogueReader() {}

    static List<Requirement> read(InputStream in) throws IOException {
        List<Requirement> requirements = new ArrayList<>();
        for (JsonNode node : new YAMLMapper().readTree(in).path("requirements")) {
            requirements.add(requirement(node));
        }
        return requirements;
    }

    private static Requirement requirement(JsonNode node) {
        String source = text(node, "source");
        return new Requirement(
                text(node, "id"),
                text(node, "group"),
                Level.of(text(node, "level")),
                source,
                node.has("link") ? URI.create(text(node, "link")) : Citation.link(source),
                text(node, "statement"),
                Role.valueOf(text(node, "role").toUpperCase(Locale.ROOT)),
                word(node.path("testable").asText("automatic"), Testable.values(), Testable::word),
                needs(node.path("needs")),
                needs(node.path("uses")),
                Time.of(node.path("time").asText("seconds")),
                node.path("isolation").asText("").equals("exclusive-last"),
                Verdict.valueOf(node.path("worst").asText("FAIL")),
                text(node, "fix"),
                node.has("reason") ? text(node, "reason") : null,
                profiles(node.path("profiles")));
    }

    private static List<Need> needs(JsonNode words) {
        List<Need> needs = new ArrayList<>();
        words.forEach(word -> needs.add(word(word.asText(), Need.values(), Need::word)));
        return needs;
    }

    private static Set<Profile> profiles(JsonNode words) {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        words.forEach(word -> profiles.add(word(word.asText(), Profile.values(), Profile::word)));
        return profiles;
    }

    private static <E> E word(String written, E[] values, Function<E, String> word) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + written + "\" is no word of the catalogue"));
    }

    private static String text(JsonNode node, String key) {
        if (!node.path(key).isTextual()) {
            throw new IllegalArgumentException(
                    "a requirement without " + key + ": " + node.path("id").asText());
        }
        return node.get(key).textValue();
    }
}
