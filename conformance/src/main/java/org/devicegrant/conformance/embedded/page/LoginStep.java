package org.devicegrant.conformance.embedded.page;

import java.util.Optional;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.http.Answer;

/** The pages for signing in. */
final class LoginStep {
    private static final String GUARD = "csrf";

    private final PageRules rules;
    private final Links links;
    private final Users users;
    private final Sessions sessions;
    private final GuessLimit limit;

    LoginStep(PageRules rules, Links links, Users users, Sessions sessions, GuessLimit limit) {
        this.rules = rules;
        this.links = links;
        this.users = users;
        this.sessions = sessions;
        this.limit = limit;
    }

    Answer show(Visit visit) {
        return page(visit, "", "");
    }

    /**
     * Signs in.
     *
     * @return what to show instead of going on, if anything
     */
    Optional<Answer> submit(Visit visit) {
        String name = visit.form().text("username");
        if (rules.look().loginInTwoSteps() && !visit.form().has("password")) {
            return Optional.of(page(visit, name, ""));
        }
        if (limit.lockedOut(name)) {
            return Optional.of(page(visit, "", "login.locked").status(429).header("Retry-After", "60"));
        }
        return signIn(visit) ? Optional.empty() : Optional.of(page(visit, "", "login.wrong"));
    }

    /** Whether name and password are right; if so, the browser is signed in. */
    boolean signIn(Visit visit) {
        String name = visit.form().text("username");
        if (limit.lockedOut(name)) {
            return false;
        }
        Optional<User> user = users.signIn(name, visit.form().text("password"));
        user.ifPresentOrElse(signedIn -> sessions.signIn(visit.session(), signedIn), () -> limit.wrongPassword(name));
        return user.isPresent();
    }

    /** Whether the form that was sent is one of this session. */
    boolean guarded(Visit visit) {
        return !rules.antiForgery() || visit.session().guardedBy(visit.form().text(GUARD));
    }

    /** Adds what {@link #guarded} looks for. */
    void guard(Visit visit, FormView form) {
        if (rules.antiForgery()) {
            form.hidden(GUARD, visit.session().forgeryGuard());
        }
    }

    /** Adds fields for name and password. */
    void fields(Texts texts, FormView form) {
        form.field("username", "text", texts.say("login.user"), "", "username");
        form.field("password", "password", texts.say("login.password"), "", "current-password");
    }

    private Answer page(Visit visit, String name, String problem) {
        Texts texts = visit.texts();
        String alert = problem.isEmpty() ? "" : "<p role=\"alert\">%s</p>%n".formatted(Html.escape(texts.say(problem)));
        String lead = "<p>%s</p>%n".formatted(Html.escape(texts.say("login.lead")));
        FormView form = new FormView(rules.look().markup(), "login", links.root() + Links.LOGIN);
        guard(visit, form);
        carry(visit, form, links.parameter());
        carry(visit, form, Links.USER_CODE);
        boolean nameOnly = rules.look().loginInTwoSteps() && name.isEmpty();
        if (nameOnly) {
            form.field("username", "text", texts.say("login.user"), "", "username");
        } else if (!name.isEmpty()) {
            form.hidden("username", name);
            form.field("password", "password", texts.say("login.password"), "", "current-password");
        } else {
            fields(texts, form);
        }
        String button = texts.say(nameOnly ? "login.next" : "login.submit");
        String body = alert + lead + form.with(FormView.Button.plain("sign-in", button));
        return Html.page(200, texts, texts.say("login.title"), body);
    }

    private static void carry(Visit visit, FormView form, String name) {
        visit.form().value(name).ifPresent(value -> form.hidden(name, value));
    }
}
