package org.devicegrant.reports;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.RunReport;

/**
 * {@code results.json}: the whole run as JSON, from which every other format can be rendered again. Its JSON Schema is
 * shipped beside this class as {@code results.schema.json}.
 */
public final class ResultsJson {

    private static final Set<String> MAY_BE_NULL = Set.of(
            "issuer",
            "token_endpoint",
            "device_authorization_endpoint",
            "insecure",
            "baseline",
            "dialect",
            "polling",
            "tolerance_ms",
            "window_start",
            "penalty",
            "penalty_step_ms",
            "latches",
            "lifetime_ms",
            "user_code_lifetime_ms",
            "purge_ms",
            "throttle",
            "precedence",
            "critical_path_ms");

    private ResultsJson() {}

    /** The run as JSON text, ending with a line feed. */
    public static String render(RunReport run) {
        return Json.pretty(ResultsFile.of(run));
    }

    /**
     * The run written as {@code json}.
     *
     * @param place where the text comes from, for messages
     * @throws UnreadableReport if the text is cut off, is no JSON, lacks a member or was written by a later version
     */
    public static RunReport read(String json, String place) {
        try {
            JsonNode tree = Json.MAPPER.readTree(json);
            requireSchema(tree, place);
            requireNoNull(tree, "", place);
            return Json.MAPPER.treeToValue(tree, ResultsFile.class).toRun();
        } catch (JsonMappingException e) {
            throw new UnreadableReport(place + ": " + path(e) + " is missing or not what it should be ("
                    + firstLine(e.getOriginalMessage()) + ")");
        } catch (JacksonException e) {
            if (e instanceof JsonEOFException || e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
                throw new UnreadableReport(place + " is cut off" + line(e).replace(",", " at")
                        + ": the run was interrupted while it was written");
            }
            throw new UnreadableReport(place + " is not JSON" + line(e) + ": " + firstLine(e.getOriginalMessage()));
        }
    }

    /** What is too deep or too long is refused without a place. */
    private static String line(JacksonException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static void requireSchema(JsonNode tree, String place) {
        if (tree.isMissingNode()) {
            throw new UnreadableReport(place + " is empty: the run left no results");
        }
        if (!tree.path("schema").isInt()) {
            throw new UnreadableReport(place + " is not a results file of this tool: it has no \"schema\" number");
        }
        if (tree.path("schema").intValue() != ResultsFile.SCHEMA) {
            throw new UnreadableReport(place + " has schema "
                    + tree.path("schema").intValue() + ", this version reads " + ResultsFile.SCHEMA
                    + ": use the version that wrote it, or a later one");
        }
    }

    private static void requireNoNull(JsonNode node, String path, String place) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            if (member.getValue().isNull() && !MAY_BE_NULL.contains(member.getKey())) {
                throw new UnreadableReport(place + ": " + here + " is null");
            }
            requireNoNull(member.getValue(), here, place);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (node.get(i).isNull()) {
                throw new UnreadableReport(place + ": " + path + "[" + i + "] is null");
            }
            requireNoNull(node.get(i), path + "[" + i + "]", place);
        }
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path.isEmpty() ? "the file" : path;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
