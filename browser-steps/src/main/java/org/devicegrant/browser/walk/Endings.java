package org.devicegrant.browser.walk;

import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.PageReader;

/**
 * Decides whether a page is the end of the walk. What was done before counts as much as what the page says: many servers
 * answer a refusal or a wrong code with a bare error page.
 */
final class Endings {
    private static final List<PageKind> ABOUT_CODE =
            List.of(PageKind.LOCKED_OUT, PageKind.EXPIRED, PageKind.WRONG_CODE);
    private static final List<PageKind> ABOUT_LOGIN = List.of(PageKind.LOCKED_OUT, PageKind.WRONG_LOGIN);
    private static final List<PageKind> ABOUT_DECISION =
            List.of(PageKind.LOCKED_OUT, PageKind.EXPIRED, PageKind.REFUSED, PageKind.SUCCESS);

    private final PageReader reader;
    private final Errand errand;
    private final Memory memory;

    Endings(PageReader reader, Errand errand, Memory memory) {
        this.reader = reader;
        this.errand = errand;
        this.memory = memory;
    }

    Optional<Ending> of(Look look) {
        return switch (look.kind()) {
            case SUCCESS, REFUSED, EXPIRED, LOCKED_OUT, WRONG_CODE, WRONG_LOGIN, ERROR -> Optional.of(told(look));
            case CODE_ENTRY -> codeAgain(look);
            case LOGIN -> loginAgain(look);
            case CODE_CONFIRMATION -> typedAlready(look) ? codeAgain(look) : confirmAgain(look);
            case ACCOUNT_CHOICE -> afterDecision(look);
            case DECISION -> decision(look);
            case BLANK, UNKNOWN -> Optional.empty();
        };
    }

    /** The page says something; after a decision or a code it may say it with nothing but a status. */
    private Ending told(Look look) {
        PageKind kind = look.kind();
        if (look.page().isBrowsersOwn() && look.page().status() == 0) {
            return new Ending(kind, false, "no page came: " + look.page().text());
        }
        boolean vague = kind == PageKind.ERROR || kind == PageKind.WRONG_LOGIN || kind == PageKind.WRONG_CODE;
        if (vague && memory.decision() == Deed.REFUSAL && look.page().status() < 500) {
            return Ending.known(PageKind.REFUSED, "after the refusal the page shows an error" + status(look));
        }
        boolean client = look.page().status() >= 400 && look.page().status() < 500;
        if (kind == PageKind.ERROR && memory.last() == Deed.CODE && client) {
            return Ending.known(PageKind.WRONG_CODE, "after the code the page shows an error" + status(look));
        }
        return Ending.known(
                kind, "the page was taken for " + kind + ": " + look.reading().why() + status(look));
    }

    private static String status(Look look) {
        return look.page().status() >= 400 ? " (HTTP status " + look.page().status() + ")" : "";
    }

    private Optional<Ending> codeAgain(Look look) {
        if (memory.decision() != Deed.NOTHING) {
            return afterDecision(look);
        }
        if (errand.userCode() == null) {
            PageKind said = reader.complaint(look.page(), ABOUT_CODE).orElse(PageKind.CODE_ENTRY);
            PageKind kind = look.page().alerts().isEmpty() && look.page().status() < 400 ? PageKind.CODE_ENTRY : said;
            return Optional.of(Ending.known(kind, "the page asks for a code, and none may be typed"));
        }
        if (memory.times(Deed.CODE) == 0 || memory.last() == Deed.PASSWORD && memory.times(Deed.CODE) == 1) {
            return memory.times(Deed.CODE) == 0 ? Optional.empty() : complained(look, ABOUT_CODE);
        }
        Optional<Ending> complaint = complained(look, ABOUT_CODE);
        if (complaint.isPresent()) {
            return complaint;
        }
        return memory.times(Deed.CODE) >= 2 || memory.times(Deed.CONFIRMATION) >= 2
                ? Optional.of(Ending.known(PageKind.WRONG_CODE, "the page asks for the code again without saying why"))
                : Optional.empty();
    }

    /** The field shows what was typed into it before: this is no page that only shows the code. */
    private boolean typedAlready(Look look) {
        List<Control> fields = look.reading().codeFields();
        return memory.times(Deed.CODE) > 0
                && !fields.isEmpty()
                && !fields.get(0).isReadOnly();
    }

    /** The complete address may lead to a code that does not work: the page then comes again with a word about it. */
    private Optional<Ending> confirmAgain(Look look) {
        Optional<Ending> decided = afterDecision(look);
        return decided.isPresent() || memory.times(Deed.CONFIRMATION) == 0 ? decided : complained(look, ABOUT_CODE);
    }

    private Optional<Ending> complained(Look look, List<PageKind> kinds) {
        return reader.complaint(memory.news(look), kinds)
                .map(kind -> Ending.known(kind, "the page asks again and says " + kind));
    }

    private Optional<Ending> loginAgain(Look look) {
        if (errand.user() == null) {
            return Optional.of(Ending.known(PageKind.LOGIN, "the page asks to sign in, and nobody may"));
        }
        if (memory.times(Deed.PASSWORD) == 0 || look.reading().password() == null && memory.last() != Deed.PASSWORD) {
            return memory.last() == Deed.NAME && memory.sameAddressAsLastDeed(look)
                    ? complained(look, ABOUT_LOGIN)
                    : Optional.empty();
        }
        Optional<Ending> complaint = complained(look, ABOUT_LOGIN);
        if (complaint.isPresent()) {
            return complaint;
        }
        return memory.sameAddressAsLastDeed(look) || memory.times(Deed.PASSWORD) >= 2
                ? Optional.of(Ending.known(PageKind.WRONG_LOGIN, "the page asks to sign in again without saying why"))
                : Optional.empty();
    }

    private Optional<Ending> decision(Look look) {
        if (memory.decision() != Deed.NOTHING) {
            return reader.outspoken(look.page(), ABOUT_DECISION)
                    .map(kind -> Ending.known(kind, "beside its buttons the page says " + kind));
        }
        if (errand.decision() == Decision.NONE) {
            return Optional.of(Ending.known(
                    PageKind.DECISION,
                    "stops at the decision as told: " + look.reading().why()));
        }
        boolean mute = look.reading().refusing().isEmpty() && look.reading().refuseOption() == null;
        return errand.decision() == Decision.REFUSE && mute
                ? Optional.of(Ending.known(
                        PageKind.DECISION,
                        "the page offers no refusal; " + look.reading().candidates()))
                : Optional.empty();
    }

    /** Back at the start after a decision: the outcome may stand there as a message, or not at all. */
    private Optional<Ending> afterDecision(Look look) {
        if (memory.decision() == Deed.NOTHING) {
            return Optional.empty();
        }
        Optional<PageKind> said = reader.complaint(look.page(), ABOUT_DECISION);
        if (said.isPresent()) {
            return said.map(kind -> Ending.known(kind, "back at the start, the page says " + kind));
        }
        PageKind kind = memory.decision() == Deed.REFUSAL ? PageKind.REFUSED : PageKind.SUCCESS;
        return Optional.of(Ending.known(kind, "back at the start after the decision, without a complaint"));
    }

    /** The last word on a page that nothing can be done with. */
    Ending stuck(Look look, String why) {
        boolean quiet = look.page().status() < 400 && look.kind() != PageKind.BLANK;
        if (memory.decision() == Deed.REFUSAL && look.kind() == PageKind.UNKNOWN) {
            return Ending.known(PageKind.REFUSED, "after the refusal the page asks for nothing more");
        }
        if (memory.decision() == Deed.APPROVAL && quiet && look.kind() == PageKind.UNKNOWN) {
            return Ending.known(PageKind.SUCCESS, "after the approval the page asks for nothing more");
        }
        return new Ending(look.kind(), false, why + "; " + look.reading().candidates());
    }
}
