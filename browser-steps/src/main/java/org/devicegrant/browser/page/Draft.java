package org.devicegrant.browser.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.PageKind;
import org.jspecify.annotations.Nullable;

/** The reading of one page while it is being made. */
final class Draft {
    private static final List<PageKind> TOLD = List.of(
            PageKind.LOCKED_OUT,
            PageKind.EXPIRED,
            PageKind.WRONG_CODE,
            PageKind.REFUSED,
            PageKind.SUCCESS,
            PageKind.WRONG_LOGIN,
            PageKind.ERROR);

    private final Words words;
    private final Snapshot page;
    private final Knowledge knowledge;
    private final Fields fields;
    private final Buttons buttons;
    private final Messages messages;
    private final Choices choices;
    private final List<Control> code;
    private final List<Candidate> usernames;
    private final Optional<Control> password;
    private final List<Candidate> approving;
    private final List<Candidate> refusing;
    private final List<Candidate> proceeding;
    private final List<Candidate> signingIn;
    private final double asks;

    Draft(Words words, Snapshot page, Knowledge knowledge) {
        this.words = words;
        this.page = page;
        this.knowledge = knowledge;
        fields = new Fields(words, page);
        buttons = new Buttons(words, page);
        messages = new Messages(words, page);
        choices = new Choices(words, page, knowledge);
        password = fields.password();
        usernames = fields.usernames();
        code = codeFields();
        refusing = buttons.refusing();
        approving = approvingOrOther();
        proceeding = buttons.proceeding();
        signingIn = buttons.signingIn();
        asks = words.sum(Meaning.ASKS, page.title() + " " + String.join(" ", page.headings()) + " " + shortText());
    }

    private String shortText() {
        return page.text().length() > 2000 ? page.text().substring(0, 2000) : page.text();
    }

    private List<Control> codeFields() {
        List<Control> boxes = CodeBoxes.in(fields.texts());
        if (boxes.size() > 1) {
            return boxes;
        }
        List<Candidate> found = fields.codes();
        if (found.isEmpty()) {
            return List.of();
        }
        Candidate best = found.get(0);
        boolean rather = usernames.stream().anyMatch(u -> u.control() == best.control() && u.score() >= best.score());
        return rather ? List.of() : List.of(best.control());
    }

    Reading reading() {
        Verdict verdict = verdict();
        return new Reading(
                verdict.kind(),
                verdict.why(),
                code,
                codeFilled(),
                username(),
                password.orElse(null),
                submits(verdict.kind()),
                approving,
                refusing,
                proceeding,
                buttons.dismissing(),
                choices.approving().orElse(null),
                choices.refusing().orElse(null),
                choices.open(),
                ticks(),
                staysSignedIn(),
                messages.scores());
    }

    private record Verdict(PageKind kind, String why) {}

    private Verdict verdict() {
        if (page.isBrowsersOwn()) {
            return new Verdict(PageKind.ERROR, "the browser's own error page");
        }
        if (page.isBlank()) {
            return page.status() >= 400
                    ? new Verdict(PageKind.ERROR, "empty page with status " + page.status())
                    : new Verdict(PageKind.BLANK, "nothing to see");
        }
        Verdict asked = asked();
        if (asked != null) {
            return asked;
        }
        Optional<PageKind> told = messages.strongest(1.4, TOLD);
        if (told.isPresent()) {
            return new Verdict(told.get(), "says so");
        }
        return page.status() >= 400
                ? new Verdict(PageKind.ERROR, "status " + page.status())
                : new Verdict(PageKind.UNKNOWN, "nothing fits");
    }

    private @Nullable Verdict asked() {
        if (password.isPresent()) {
            return new Verdict(PageKind.LOGIN, "has a password field");
        }
        if (!code.isEmpty() && !codeFilled()) {
            return new Verdict(
                    PageKind.CODE_ENTRY, code.size() > 1 ? "has boxes for a code" : "has a field for a code");
        }
        if (nameAlone()) {
            return new Verdict(PageKind.LOGIN, "has a field for a name");
        }
        if (choosesAccount()) {
            return new Verdict(PageKind.ACCOUNT_CHOICE, "offers accounts");
        }
        return decides();
    }

    private boolean nameAlone() {
        return code.isEmpty() && !usernames.isEmpty();
    }

    private boolean choosesAccount() {
        return words.speaksOf(Meaning.ACCOUNTS, page.title() + " " + String.join(" ", page.headings()))
                && approving.isEmpty()
                && (!accounts().isEmpty() || choices.account().isPresent());
    }

    /** Entries of an account choice: those that name the user first. */
    List<Control> accounts() {
        return page.controls().stream()
                .filter(c -> !c.isField() && c.isUsable() && !c.called().isBlank())
                .filter(c -> !buttons.isForbidden(c) && !Banners.holds(words, c) && !c.isMereText())
                .sorted((a, b) -> Boolean.compare(knowledge.names(b.called()), knowledge.names(a.called())))
                .toList();
    }

    private @Nullable Verdict decides() {
        if (choices.approving().isPresent()) {
            return new Verdict(PageKind.DECISION, "offers to choose between approval and refusal");
        }
        boolean prefilled = codeFilled() && !code.isEmpty();
        boolean shown = prefilled || knowledge.shownIn(page.text());
        boolean outspoken = !approving.isEmpty() && !(prefilled && refusing.isEmpty() && asks < 1);
        if (outspoken && (!refusing.isEmpty() || asks >= 1 || shown) && !told(3.5)) {
            return new Verdict(
                    PageKind.DECISION, refusing.isEmpty() ? "offers to approve" : "offers to approve and to refuse");
        }
        if (!proceeding.isEmpty() && !refusing.isEmpty() && !prefilled && (shown || asks >= 1) && !told(3)) {
            return new Verdict(PageKind.DECISION, "offers to go on and to refuse");
        }
        if (prefilled || (shown && !proceeding.isEmpty() && !told(2.5))) {
            return new Verdict(PageKind.CODE_CONFIRMATION, "shows the code");
        }
        return !proceeding.isEmpty() && asks >= 2 && !told(2)
                ? new Verdict(PageKind.DECISION, "asks for consent")
                : null;
    }

    /** Whether the page tells an outcome so loudly that leftover buttons do not matter. */
    private boolean told(double least) {
        return messages.strongest(
                        least, List.of(PageKind.SUCCESS, PageKind.REFUSED, PageKind.EXPIRED, PageKind.WRONG_CODE))
                .isPresent();
    }

    private boolean codeFilled() {
        if (code.isEmpty()) {
            return false;
        }
        StringBuilder typed = new StringBuilder();
        code.forEach(field -> typed.append(field.value()));
        String bare = Knowledge.bare(typed.toString());
        return knowledge.codes().isEmpty() ? bare.length() >= 4 : knowledge.shownIn(bare);
    }

    private @Nullable Candidate username() {
        return usernames.stream()
                .filter(c -> !code.contains(c.control()))
                .findFirst()
                .orElse(null);
    }

    private List<Candidate> submits(PageKind kind) {
        Candidate name = username();
        Optional<Candidate> best = switch (kind) {
            case LOGIN ->
                password.or(() -> Optional.ofNullable(name).map(Candidate::control))
                        .flatMap(f -> buttons.submitOf(f, Meaning.SIGN_IN, Meaning.PROCEED));
            case CODE_ENTRY, CODE_CONFIRMATION ->
                code.isEmpty()
                        ? proceeding.stream().findFirst()
                        : buttons.submitOf(code.get(0), Meaning.PROCEED, Meaning.APPROVE);
            case ACCOUNT_CHOICE ->
                choices.account()
                        .flatMap(c -> buttons.submitOf(c.control(), Meaning.PROCEED, Meaning.SIGN_IN))
                        .or(() -> accounts().stream().findFirst().map(c -> new Candidate(c, 1, "names an account")));
            case DECISION ->
                choices.approving().flatMap(c -> buttons.submitOf(c.control(), Meaning.PROCEED, Meaning.APPROVE));
            default -> Optional.empty();
        };
        List<Candidate> all = new ArrayList<>(best.stream().toList());
        List<Candidate> more = kind == PageKind.LOGIN ? signingIn : proceeding;
        more.stream()
                .filter(c -> all.stream().noneMatch(a -> a.control() == c.control()))
                .forEach(all::add);
        return all;
    }

    /** What approves; where no word says so, the one other button beside the one that refuses. */
    private List<Candidate> approvingOrOther() {
        List<Candidate> found = buttons.approving();
        boolean decides =
                found.isEmpty() && !refusing.isEmpty() && code.isEmpty() && usernames.isEmpty() && password.isEmpty();
        return decides && buttons.proceeding().isEmpty()
                ? buttons.otherThan(refusing.get(0).control()).stream().toList()
                : found;
    }

    private List<Control> ticks() {
        return page.controls().stream()
                .filter(c -> c.isChoice() && !c.isChecked() && c.isUsable() && !Banners.holds(words, c))
                .filter(c -> c.isRequired() || !words.speaksOf(Meaning.MARKETING, c.called() + " " + c.near()))
                .toList();
    }

    private boolean staysSignedIn() {
        String head = page.title() + " " + String.join(" ", page.headings());
        return words.weight(Meaning.MARKETING, head) >= 1.4
                && code.isEmpty()
                && password.isEmpty()
                && !refusing.isEmpty();
    }
}
