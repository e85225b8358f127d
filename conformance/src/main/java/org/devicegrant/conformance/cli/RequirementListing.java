package org.devicegrant.conformance.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.devicegrant.conformance.requirement.Need;
import org.devicegrant.conformance.requirement.Profile;
import org.devicegrant.conformance.requirement.Requirement;

/** The catalogue: level, source and preconditions of each requirement. */
record RequirementListing(String version, List<Requirement> requirements) implements Listing {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        String group = "";
        for (Requirement requirement : requirements) {
            if (!requirement.group().equals(group)) {
                group = requirement.group();
                text.append(text.isEmpty() ? "" : "\n").append(group).append("\n");
            }
            text.append("  ").append(heading(requirement)).append("\n");
            text.append("      ").append(requirement.statement()).append("\n");
            text.append("      ").append(conditions(requirement)).append("\n");
        }
        return text + "\n" + requirements.size() + " requirements (catalogue " + version + ")\n";
    }

    private static String heading(Requirement requirement) {
        return requirement.id() + "  [" + requirement.level().word() + "]";
    }

    private static String conditions(Requirement requirement) {
        String needs = keys(requirement.needs());
        String time = requirement.time().toString();
        return requirement.source()
                + (needs.isEmpty() ? "" : " · needs " + needs)
                + (time.equals("seconds") ? "" : " · takes " + time)
                + (requirement.exclusive() ? " · runs last and alone" : "")
                + (requirement.reason() == null
                        ? ""
                        : " · " + requirement.testable().word());
    }

    private static String keys(List<Need> needs) {
        return needs.stream().map(Need::key).collect(Collectors.joining(", "));
    }

    @Override
    public ObjectNode object() {
        ObjectNode all = NODES.objectNode().put("catalogue", version);
        ArrayNode list = all.putArray("requirements");
        requirements.forEach(requirement -> list.add(object(requirement)));
        return all;
    }

    private static ObjectNode object(Requirement requirement) {
        ObjectNode node = NODES.objectNode()
                .put("id", requirement.id())
                .put("group", requirement.group())
                .put("level", requirement.level().word())
                .put("source", requirement.source())
                .put("link", requirement.link().toString())
                .put("statement", requirement.statement())
                .put("role", requirement.role().name().toLowerCase(Locale.ROOT))
                .put("testable", requirement.testable().word())
                .put("time", requirement.time().toString())
                .put("exclusive", requirement.exclusive())
                .put("worst", requirement.worst().name())
                .put("fix", requirement.fix());
        requirement.needs().forEach(need -> node.withArray("needs").add(need.key()));
        requirement.uses().forEach(need -> node.withArray("uses").add(need.key()));
        for (Profile profile : Profile.values()) {
            if (requirement.belongsTo(profile)) {
                node.withArray("profiles").add(profile.word());
            }
        }
        return requirement.reason() == null ? node : node.put("reason", requirement.reason());
    }
}
