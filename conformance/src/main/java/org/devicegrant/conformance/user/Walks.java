package org.devicegrant.conformance.user;

import java.util.Locale;
import java.util.Set;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;

/** Questions about a walk through the pages. */
public final class Walks {
    static final Set<PageKind> CODE_REFUSED = Set.of(PageKind.WRONG_CODE, PageKind.EXPIRED, PageKind.CODE_ENTRY);

    private Walks() {}

    /** Where it ended, for people. */
    public static String inWords(Walk walk) {
        String page = walk.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return walk.understood() ? "a page of the kind \"" + page + "\"" : "a page that was not understood";
    }

    /** Whether somebody was asked for a decision on the way. */
    public static boolean askedForADecision(Walk walk) {
        return walk.ending() == PageKind.DECISION
                || walk.steps().stream().anyMatch(step -> step.kind() == PageKind.DECISION);
    }

    /** Whether the code was taken, be it that nobody was asked for a decision then. */
    public static boolean codeTaken(Walk walk) {
        return askedForADecision(walk)
                || walk.ending() == PageKind.SUCCESS
                || walk.ending() == PageKind.CODE_CONFIRMATION;
    }

    /** Whether the code was not taken. */
    public static boolean codeRefused(Walk walk) {
        return CODE_REFUSED.contains(walk.ending()) && !askedForADecision(walk);
    }

    /** Whether the user code was to be read on the way. Walks hold a stand-in for it. */
    public static boolean showsTheCode(Walk walk) {
        return walk.steps().stream().anyMatch(step -> step.text().contains("[user code]"));
    }

    /** Upper case letters and digits of a text: codes are compared without separators, whatever lies between. */
    public static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
