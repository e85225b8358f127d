package org.devicegrant.conformance.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.check.CheckIndex;
import org.devicegrant.conformance.requirement.Requirement;

/** The checks of this build: which method answers which requirement. */
record CheckListing(String version, List<Requirement> requirements) implements Listing {
    @Override
    public String text() {
        Map<String, Method> checks = CheckIndex.methods();
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Requirement requirement : requirements) {
            Method check = checks.get(requirement.id());
            text.append(String.format("%-60s ", requirement.id()));
            text.append(check == null ? "-" : name(check)).append("\n");
            count += check == null ? 0 : 1;
        }
        return text + "\n" + count + " checks for " + requirements.size() + " requirements (catalogue " + version
                + ")\n";
    }

    @Override
    public ObjectNode object() {
        Map<String, Method> checks = CheckIndex.methods();
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("catalogue", version);
        ArrayNode list = all.putArray("checks");
        for (Requirement requirement : requirements) {
            Method check = checks.get(requirement.id());
            if (check != null) {
                list.addObject()
                        .put("requirement", requirement.id())
                        .put("class", check.getDeclaringClass().getName())
                        .put("method", check.getName());
            }
        }
        return all;
    }

    /** The section's package, class and sentence, as somebody would look for it in the source. */
    private static String name(Method check) {
        String type = check.getDeclaringClass().getName();
        return type.replace("org.devicegrant.conformance.", "") + "." + check.getName();
    }
}
