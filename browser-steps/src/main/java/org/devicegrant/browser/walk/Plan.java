package org.devicegrant.browser.walk;

import java.util.List;
import org.devicegrant.browser.page.Candidate;
import org.devicegrant.browser.page.Choice;
import org.devicegrant.browser.page.Control;
import org.jspecify.annotations.Nullable;

/**
 * What to do on one page.
 *
 * @param deed what it means
 * @param code fields for the code, or none
 * @param name field for the name, or null
 * @param password field for the password, or null
 * @param choices what to choose
 * @param ticks boxes to tick
 * @param press what to press in the end; null for the enter key in the last field
 */
record Plan(
        Deed deed,
        List<Control> code,
        @Nullable Control name,
        @Nullable Control password,
        List<Choice> choices,
        List<Control> ticks,
        @Nullable Candidate press) {

    static Plan press(Deed deed, Candidate press) {
        return new Plan(deed, List.of(), null, null, List.of(), List.of(), press);
    }

    Plan ticking(List<Control> boxes) {
        return new Plan(deed, code, name, password, choices, boxes, press);
    }

    Plan choosing(List<Choice> chosen) {
        return new Plan(deed, code, name, password, chosen, ticks, press);
    }

    /** Tells an attempt from another on the same page. */
    String attempt() {
        return deed + " "
                + choices.stream().map(c -> c.control().selector() + c.entry()).toList()
                + (press == null
                        ? "enter"
                        : press.control().selector() + press.control().caption());
    }

    /** For evidence; never what was typed. */
    String did() {
        StringBuilder did = new StringBuilder();
        add(
                did,
                !code.isEmpty(),
                code.size() > 1 ? "typed the code into " + code.size() + " boxes" : "typed the code" + into(code));
        add(did, name != null, "typed the name" + (name == null ? "" : " into " + name.selector()));
        add(did, password != null, "typed the password");
        choices.forEach(c -> add(did, true, "chose \"" + c.called() + "\""));
        add(did, !ticks.isEmpty(), "ticked " + ticks.size() + (ticks.size() == 1 ? " box" : " boxes"));
        boolean typed = !code.isEmpty() || name != null || password != null;
        add(did, press != null, press == null ? "" : "pressed " + press.described());
        add(did, press == null && typed, "pressed the enter key");
        return did.toString();
    }

    private static String into(List<Control> fields) {
        return fields.isEmpty() ? "" : " into " + fields.get(0).selector();
    }

    private static void add(StringBuilder did, boolean holds, String part) {
        if (holds) {
            did.append(did.isEmpty() ? "" : ", ").append(part);
        }
    }
}
