package org.devicegrant.browser.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the {@code steps} a person could put into the target file for a page that was not understood: the best guess,
 * and every other control with its selector to correct the guess with.
 */
public final class StepsProposal {
    private static final int OTHERS = 15;

    private final Snapshot page;
    private final Reading reading;
    private final StringBuilder yaml = new StringBuilder();

    private StepsProposal(Snapshot page, Reading reading) {
        this.page = page;
        this.reading = reading;
    }

    /** YAML that fits below {@code approval:}, with comments; never holds what was typed. */
    public static String of(Snapshot page, Reading reading) {
        return new StepsProposal(page, reading).yaml();
    }

    private String yaml() {
        yaml.append("# A guess for the page ")
                .append(quoted(page.title()))
                .append(": correct the selectors, then paste it below approval:\n");
        yaml.append("steps:\n");
        List<String> typing = typing();
        if (!typing.isEmpty()
                || reading.approving().isEmpty()
                || reading.refusing().isEmpty()) {
            entry(typing, first(reading.submits(), reading.proceeding(), reading.approving()));
        } else {
            entry(typing, reading.approving().get(0).control().selector());
            yaml.append("# Used instead where the request is to be refused:\n");
            entry(typing, reading.refusing().get(0).control().selector());
        }
        others();
        return yaml.toString();
    }

    private void entry(List<String> typing, String click) {
        yaml.append("  - when: {url: ").append(quoted("*" + path() + "*")).append("}\n    do:\n");
        typing.forEach(line -> yaml.append("      - ").append(line).append('\n'));
        yaml.append("      - {click: ").append(quoted(click)).append("}\n");
    }

    private List<String> typing() {
        List<String> lines = new ArrayList<>();
        if (!reading.codeFields().isEmpty()) {
            lines.add(type(reading.codeFields().get(0), "{user_code}"));
        }
        if (reading.username() != null) {
            lines.add(type(reading.username().control(), "{username}"));
        }
        if (reading.password() != null) {
            lines.add(type(reading.password(), "{password}"));
        }
        return lines;
    }

    private static String type(Control field, String text) {
        return "{type: {into: " + quoted(field.selector()) + ", text: " + quoted(text) + "}}";
    }

    @SafeVarargs
    private static String first(List<Candidate>... lists) {
        for (List<Candidate> list : lists) {
            if (!list.isEmpty()) {
                return list.get(0).control().selector();
            }
        }
        return "SELECTOR";
    }

    private void others() {
        List<Control> found = page.controls().stream()
                .filter(Control::isDeclared)
                .limit(OTHERS)
                .toList();
        if (!found.isEmpty()) {
            yaml.append("# What can be typed into or pressed there:\n");
            found.forEach(c -> yaml.append("#   ")
                    .append(c.selector())
                    .append("  ")
                    .append(oneLine(c.called()))
                    .append('\n'));
        }
    }

    private String path() {
        try {
            String path = URI.create(page.address()).getPath();
            return path == null || path.isEmpty() ? "/" : path;
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String quoted(String text) {
        return "\"" + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
