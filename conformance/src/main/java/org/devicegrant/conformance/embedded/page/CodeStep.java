package org.devicegrant.conformance.embedded.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.grant.Decision;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.DeviceGrants;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.devicegrant.conformance.embedded.http.Answer;

/** The page for the user code. Looking at it, even with the code in the link, changes nothing. */
final class CodeStep {
    private static final int LOCKED = 429;

    private final PageRules rules;
    private final Links links;
    private final DeviceGrants grants;
    private final Approvals approvals;
    private final GuessLimit limit;
    private final LoginStep login;
    private final Function<Entry, Entry.Outcome> entries;
    private final Function<Entry, Entry.Outcome> visits;

    CodeStep(
            PageRules rules, Links links, DeviceGrants grants, Approvals approvals, GuessLimit limit, LoginStep login) {
        this.rules = rules;
        this.links = links;
        this.grants = grants;
        this.approvals = approvals;
        this.limit = limit;
        this.login = login;
        this.entries = rules.entries().over(this::assess);
        this.visits = rules.visits().over(this::assess);
    }

    Answer show(Visit visit) {
        String typed = visit.form().text(Links.USER_CODE);
        if (rules.order() == PageRules.Order.LOGIN_FIRST && visit.user().isEmpty()) {
            return redirect(links.login(typed));
        }
        if (typed.isEmpty()) {
            return page(visit, "", "");
        }
        if (limit.exhausted(visit.guess())) {
            return locked(visit);
        }
        Entry entry = entry(visit, typed);
        Entry.Outcome outcome = visits.apply(entry);
        return switch (outcome) {
            case ACCEPTED -> page(visit, entry.grant().orElseThrow().userCode(), "");
            case APPROVED -> approved(visit, entry);
            case WRONG, EXPIRED, USED -> again(visit, typed, outcome);
        };
    }

    Answer submit(Visit visit) {
        if (limit.exhausted(visit.guess())) {
            return locked(visit);
        }
        String typed = String.join("", visit.form().values(Links.USER_CODE));
        if (rules.order() == PageRules.Order.LOGIN_FIRST && visit.user().isEmpty()) {
            return redirect(links.login(typed));
        }
        if (rules.order() == PageRules.Order.ONE_PAGE && visit.user().isEmpty() && !login.signIn(visit)) {
            return page(visit, typed, "login.wrong");
        }
        Entry entry = entry(visit, typed);
        Entry.Outcome outcome = entries.apply(entry);
        return switch (outcome) {
            case ACCEPTED -> onwards(visit, entry.grant().orElseThrow());
            case APPROVED -> approved(visit, entry);
            case WRONG, EXPIRED, USED -> again(visit, typed, outcome);
        };
    }

    private Answer onwards(Visit visit, DeviceGrant grant) {
        Ticket ticket = visit.session().open(grant);
        boolean signInNow = visit.user().isEmpty() && rules.order() != PageRules.Order.LOGIN_LAST;
        return redirect(signInNow ? links.login(ticket) : links.decision(ticket));
    }

    private Answer approved(Visit visit, Entry entry) {
        Ticket ticket = visit.session().open(entry.grant().orElseThrow());
        ticket.outcome(Decision.Outcome.APPROVED);
        return redirect(links.done(ticket));
    }

    private Answer again(Visit visit, String typed, Entry.Outcome outcome) {
        if (outcome == Entry.Outcome.WRONG && !typed.isBlank()) {
            limit.wrong(visit.guess());
        }
        return switch (outcome) {
            case EXPIRED -> page(visit, typed, "code.expired");
            case USED -> page(visit, typed, "code.used");
            default -> page(visit, typed, "code.wrong");
        };
    }

    private Entry entry(Visit visit, String typed) {
        var grant = grants.byUserCode(typed);
        boolean before = grant.isPresent()
                && visit.user()
                        .filter(user -> approvals.has(user, grant.get().client()))
                        .isPresent();
        return new Entry(typed, grant, visit.user(), before, visit.request());
    }

    private Entry.Outcome assess(Entry entry) {
        if (entry.grant().isEmpty()) {
            return Entry.Outcome.WRONG;
        }
        DeviceGrant grant = entry.grant().get();
        if (grants.over(grant, Expiry.Moment.CODE_ENTRY)) {
            return Entry.Outcome.EXPIRED;
        }
        return grant.is(DeviceGrant.State.PENDING) ? Entry.Outcome.ACCEPTED : Entry.Outcome.USED;
    }

    private Answer locked(Visit visit) {
        String text = visit.texts().say("code.locked");
        String body = "<p role=\"alert\">" + Html.escape(text) + "</p>";
        return Html.page(LOCKED, visit.texts(), visit.texts().say("code.title"), body)
                .header("Retry-After", "60");
    }

    /** The page, with {@code typed} filled in and an error if {@code problem} is not empty. */
    private Answer page(Visit visit, String typed, String problem) {
        Texts texts = visit.texts();
        String value = rules.look().echoEscaped() ? Html.escape(typed) : typed;
        boolean fromLink = !typed.isEmpty() && problem.isEmpty();
        StringBuilder body = new StringBuilder();
        if (!problem.isEmpty()) {
            body.append("<p role=\"alert\">%s</p>%n".formatted(Html.escape(texts.say(problem))));
        }
        String lead = fromLink ? "code.compare" : "code.lead";
        body.append("<p>%s</p>%n".formatted(Html.escape(texts.say(lead))));
        FormView form = new FormView(rules.look().markup(), "code", links.root());
        login.guard(visit, form);
        fields(texts, form, fromLink, value);
        if (rules.order() == PageRules.Order.ONE_PAGE && visit.user().isEmpty()) {
            login.fields(texts, form);
        }
        body.append(form.with(FormView.Button.plain("continue", texts.say("code.submit"))));
        return Html.page(200, texts, texts.say("code.title"), body.toString());
    }

    private void fields(Texts texts, FormView form, boolean fromLink, String value) {
        boolean hide = fromLink && !rules.look().codeShown();
        boolean boxes = rules.look().markup() == LookRules.Markup.BOXES;
        if (hide || (boxes && fromLink)) {
            form.markup("<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(Links.USER_CODE, value));
            form.markup(hide ? "" : "<p class=\"code\">%s</p>".formatted(value));
        } else if (boxes) {
            int count = rules.look().boxCount();
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                labels.add(texts.say("code.box", Integer.toString(i)));
            }
            form.boxes(Links.USER_CODE, count, texts.say("code.label"), labels);
        } else {
            form.field(Links.USER_CODE, "text", texts.say("code.label"), value, "off");
        }
    }

    private Answer redirect(String location) {
        return Html.guarded(Answer.redirect(rules.redirectStatus(), location));
    }
}
