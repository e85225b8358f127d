package org.devicegrant.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * {@code results.sarif}, SARIF 2.1.0: every requirement is a rule, every FAIL and WARNING a result that points at the
 * line of {@code exchanges.jsonl} it rests on. What passed or could not be judged is not listed, because code-scanning
 * sites show every listed result as an alert. A failure that the baseline covers is an accepted suppression.
 */
public final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String EVERYTHING = "https://www.rfc-editor.org/rfc/rfc8628";

    private final RunReport run;
    private final Map<Integer, Integer> lineOfExchange;

    private Sarif(RunReport run, List<ExchangeRecord> exchanges) {
        this.run = run;
        this.lineOfExchange = IntStream.range(0, exchanges.size())
                .boxed()
                .collect(Collectors.toMap(i -> exchanges.get(i).number(), i -> i + 1, (first, again) -> first));
    }

    /**
     * The run as SARIF.
     *
     * @param exchanges in the order in which they lie in {@code exchanges.jsonl}
     */
    public static String render(RunReport run, List<ExchangeRecord> exchanges) {
        return Json.pretty(new Sarif(run, exchanges).log());
    }

    private ObjectNode log() {
        ObjectNode log = Json.MAPPER.createObjectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode one = log.putArray("runs").addObject();
        one.putObject("tool").set("driver", driver());
        one.putObject("automationDetails").put("id", run.target().name() + "/" + run.profile() + "/" + run.started());
        one.putArray("invocations").add(invocation());
        ArrayNode results = one.putArray("results");
        IntStream.range(0, run.results().size())
                .filter(i -> isAlert(run.results().get(i)))
                .forEach(i -> results.add(result(run.results().get(i), i)));
        one.put("columnKind", "utf16CodeUnits");
        return log;
    }

    private ObjectNode driver() {
        ObjectNode driver = Json.MAPPER.createObjectNode();
        driver.put("name", run.tool().name()).put("version", run.tool().version());
        driver.putObject("properties").put("catalogue", run.tool().catalogue());
        ArrayNode rules = driver.putArray("rules");
        run.results().forEach(result -> rules.add(rule(result)));
        return driver;
    }

    private static ObjectNode rule(CheckResult result) {
        ObjectNode rule = Json.MAPPER.createObjectNode();
        rule.put("id", result.id());
        rule.putObject("shortDescription").put("text", result.statement());
        rule.putObject("fullDescription")
                .put("text", result.level().word() + " (" + result.source() + "): " + result.statement());
        rule.putObject("help").put("text", "The rule is in " + result.source() + ".");
        rule.put("helpUri", SourceLinks.first(result.source()).orElse(EVERYTHING));
        rule.putObject("defaultConfiguration").put("level", level(result.level()));
        rule.putObject("properties")
                .put("precision", "very-high")
                .putArray("tags")
                .add(result.group())
                .add(result.level().word());
        return rule;
    }

    private ObjectNode invocation() {
        ObjectNode invocation = Json.MAPPER.createObjectNode();
        invocation.put("executionSuccessful", run.complete() && (run.exitCode() == 0 || run.exitCode() == 1));
        invocation.put("exitCode", run.exitCode());
        invocation.put("startTimeUtc", run.started().toString());
        invocation.put("endTimeUtc", run.started().plusMillis(run.durationMs()).toString());
        Headline headline = Headline.of(run);
        ObjectNode notification =
                invocation.putArray("toolExecutionNotifications").addObject();
        notification.putObject("message").put("text", headline.title() + ". " + headline.detail());
        notification.put("level", headline.tone() == Headline.Tone.DOUBT ? "warning" : "note");
        return invocation;
    }

    private ObjectNode result(CheckResult result, int ruleIndex) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("ruleId", result.id()).put("ruleIndex", ruleIndex);
        node.put("level", result.verdict() == Verdict.FAIL ? "error" : "warning");
        node.putObject("message").put("text", withoutLinks(result.message() + "\n" + PlainDetail.of(result)));
        ArrayNode locations = node.putArray("locations");
        locations.add(location(result));
        node.putObject("partialFingerprints")
                .put("requirementOfTarget/v1", run.target().name() + "/" + result.id());
        ArrayNode suppressions = node.putArray("suppressions");
        if (result.baseline() != null) {
            suppressions
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", result.baseline());
        }
        return node;
    }

    private ObjectNode location(CheckResult result) {
        ObjectNode location = Json.MAPPER.createObjectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        Integer line = result.exchanges().stream()
                .map(lineOfExchange::get)
                .filter(known -> known != null)
                .findFirst()
                .orElse(null);
        physical.putObject("artifactLocation").put("uri", line == null ? "results.json" : "exchanges.jsonl");
        physical.putObject("region").put("startLine", line == null ? 1 : line);
        location.putArray("logicalLocations")
                .addObject()
                .put("name", run.target().name())
                .put("kind", "resource");
        return location;
    }

    /** A message may embed links written like Markdown's; what a server sent must not become one. */
    private static String withoutLinks(String text) {
        return VisibleText.xml(text).replace("](", "] (");
    }

    private static boolean isAlert(CheckResult result) {
        return result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARNING;
    }

    private static String level(Level level) {
        return switch (level) {
            case MUST, MUST_NOT, REQUIRED, DERIVED -> "error";
            case SHOULD, SHOULD_NOT, RECOMMENDED, NOT_RECOMMENDED, BEST_PRACTICE -> "warning";
            case MAY, OPTIONAL, INTEROP -> "note";
        };
    }
}
