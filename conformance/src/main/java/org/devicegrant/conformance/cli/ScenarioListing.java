package org.devicegrant.conformance.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The load scenarios that other modules bring along. */
record ScenarioListing(Map<String, String> scenarios) implements Listing {
    static ScenarioListing ofModules() {
        Map<String, String> all = new TreeMap<>();
        ServiceLoader.load(SubCommand.class).forEach(added -> all.putAll(added.scenarios()));
        return new ScenarioListing(all);
    }

    @Override
    public String text() {
        if (scenarios.isEmpty()) {
            return "This build has no load scenarios; the distribution in load/target/device-grant has them.\n";
        }
        StringBuilder text = new StringBuilder();
        scenarios.forEach((name, sentence) -> text.append(String.format("%-16s %s%n", name, sentence)));
        return text.toString().replace("\r\n", "\n");
    }

    @Override
    public ObjectNode object() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode list = all.putArray("scenarios");
        scenarios.forEach((name, sentence) -> list.addObject().put("name", name).put("description", sentence));
        return all;
    }
}
