package org.devicegrant.browser.walk;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.StepsProposal;
import org.jspecify.annotations.Nullable;

/** The account of a walk for people who have to find out why it went as it did. */
final class Notes {
    private final List<String> seen = new ArrayList<>();

    /** Keeps what could have been chosen on the page of the next step. */
    void saw(Look look) {
        seen.add(look.reading().why() + "; " + look.reading().candidates());
    }

    /**
     * The account as text.
     *
     * @param last the last page, or null if the browser failed before it was seen
     * @param troubles what network and console complained about
     */
    String text(Ending ending, List<Walk.Step> steps, @Nullable Look last, List<String> troubles) {
        StringBuilder text = new StringBuilder();
        text.append("Ended on ").append(ending.kind()).append(ending.understood() ? "" : ", not understood");
        text.append(": ").append(ending.reason()).append('\n');
        for (int i = 0; i < steps.size(); i++) {
            step(text, i, steps.get(i));
        }
        if (!troubles.isEmpty()) {
            text.append("\nNetwork and console complained:\n");
            troubles.forEach(trouble -> line(text, "  ", trouble));
        }
        if (!ending.understood() && last != null) {
            text.append('\n').append(StepsProposal.of(last.page(), last.reading()));
        }
        return text.toString();
    }

    private void step(StringBuilder text, int index, Walk.Step step) {
        text.append('\n').append(index + 1).append(". ").append(step.kind()).append(' ');
        text.append(withoutQuery(step.address()))
                .append(" \"")
                .append(step.title())
                .append('"');
        text.append(step.screenshot() == null ? "" : " (" + step.screenshot() + ")")
                .append('\n');
        line(text, "   saw: ", index < seen.size() ? seen.get(index) : "");
        line(text, "   did: ", step.did());
    }

    private static void line(StringBuilder text, String mark, String content) {
        if (!content.isBlank()) {
            text.append(mark).append(content.replaceAll("\\s+", " ")).append('\n');
        }
    }

    /** Queries carry codes and states that nobody needs here. */
    private static String withoutQuery(String address) {
        return address.replaceAll("[?#].*", "");
    }
}
