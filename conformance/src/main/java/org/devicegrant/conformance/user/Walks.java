package org.devicegrant.conformance.user;

import java.util.Locale;
import java.util.Set;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.Momentary;

/** What a walk through the pages has come to. */
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

    /**
     * Makes sure that a walk ended as it was meant to.
     *
     * @throws Inconclusive if it did not
     */
    public static Walk completed(Walk walk, Decision decision) {
        PageKind meant = switch (decision) {
            case APPROVE -> PageKind.SUCCESS;
            case REFUSE -> PageKind.REFUSED;
            case NONE -> PageKind.DECISION;
        };
        boolean decided = decision != Decision.NONE
                && walk.steps().stream()
                        .anyMatch(s -> s.kind() == PageKind.DECISION && !s.did().isEmpty());
        boolean unclear = walk.ending() == PageKind.UNKNOWN || walk.ending() == PageKind.BLANK;
        if (walk.ending() == meant || (decided && unclear)) {
            return walk;
        }
        String reason = "the user could not " + verb(decision) + ": " + walk.reason();
        throw mayHavePassed(walk) ? new Momentary(reason, wayOut(walk)) : new Inconclusive(reason, wayOut(walk));
    }

    /** A page that failed may work when fewer users are at it, and a page that was slow may be faster then. */
    private static boolean mayHavePassed(Walk walk) {
        boolean serverError = walk.ending() == PageKind.ERROR && walk.reason().contains("(HTTP status 5");
        return serverError || ranOutOfTime(walk);
    }

    private static boolean ranOutOfTime(Walk walk) {
        return walk.reason().contains("time for this walk is over");
    }

    private static String wayOut(Walk walk) {
        if (walk.ending() == PageKind.WRONG_LOGIN) {
            return "check users[0] in the target file";
        } else if (ranOutOfTime(walk)) {
            return "look at the screenshots where the pages took so long, or run on a less busy machine";
        } else if (walk.reason().startsWith("the browser failed")) {
            return "run it again: a browser that died is replaced by a new one";
        }
        if (walk.understood() || walk.notes() == null) {
            return "look at the screenshots; give approval.steps where a page was not understood";
        }
        return "look at the screenshots; screenshots/" + walk.notes()
                + " lists what could be pressed, with scores, and proposes approval.steps";
    }

    private static String verb(Decision decision) {
        return switch (decision) {
            case APPROVE -> "approve";
            case REFUSE -> "refuse";
            case NONE -> "get to the decision page";
        };
    }
}
