package org.devicegrant.conformance.target;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:-default}} by the environment; as in a shell, the default stands in for an
 * empty value too. {@code $${} is a literal <code>${</code>.
 */
record Variables(Map<String, String> environment) {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\\})?");

    /** The text with its references replaced; each one that cannot be is a problem of the key at {@code path}. */
    String expand(String text, int line, String path, Problems problems) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value(matcher, line, path, problems)));
        }
        return matcher.appendTail(expanded).toString();
    }

    private String value(Matcher reference, int line, String path, Problems problems) {
        if (reference.group().startsWith("$$")) {
            return "${";
        }
        String name = reference.group(1);
        if (name == null) {
            problems.add(line, path, "a ${ without a variable's name and }", "Write ${NAME}, or $${ for a literal ${.");
            return "";
        }
        String value = environment.get(name);
        String fallback = reference.group(2);
        if (value == null && fallback == null) {
            problems.add(
                    line,
                    path,
                    "the environment variable " + name + " is not set",
                    "Set it, or write ${" + name + ":-default}.");
        }
        if (value == null || value.isEmpty()) {
            return fallback == null ? "" : fallback;
        }
        return value;
    }
}
