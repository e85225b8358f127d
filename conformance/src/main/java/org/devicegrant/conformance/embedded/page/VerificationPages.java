package org.devicegrant.conformance.embedded.page;

import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.grant.Deciding;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.DeviceGrants;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.FormRules;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Leads every request of a browser to its page. Only POST changes anything, and only with the session's own form. */
public final class VerificationPages {
    private final PageRules rules;
    private final Links links;
    private final Sessions sessions;
    private final CodeStep code;
    private final LoginStep login;
    private final DecisionStep decision;
    private final Function<Request, Form> parser;

    /**
     * The pages below {@code root}.
     *
     * @param root path of verification_uri
     * @param more what extensions have to tell on the decision page
     */
    public VerificationPages(
            PageRules rules,
            String root,
            Users users,
            DeviceGrants grants,
            Deciding deciding,
            ServerClock clock,
            Function<DeviceGrant, List<String>> more) {
        this.rules = rules;
        this.links = new Links(root, rules);
        this.sessions = new Sessions(rules);
        GuessLimit limit = new GuessLimit(rules, clock);
        Approvals approvals = new Approvals();
        this.login = new LoginStep(rules, links, users, sessions, limit);
        this.code = new CodeStep(rules, links, grants, approvals, limit, login);
        this.decision = new DecisionStep(rules, links, grants, deciding, approvals, login, clock, more);
        FormRules tolerant = new FormRules();
        tolerant.known().clear();
        this.parser = tolerant.reader();
    }

    /** The answer to a browser. */
    public Answer answer(Request request) {
        Texts texts = Texts.of(rules.look(), request);
        Session session = sessions.of(request);
        Visit visit = new Visit(request, form(request), session, texts);
        String step = request.path().substring(links.root().length());
        Answer answer = switch (request.method()) {
            case "GET", "HEAD" -> show(step, visit);
            case "POST" -> submit(step, visit);
            default -> Html.guarded(Answer.of(405)).header("Allow", "GET, HEAD, POST");
        };
        return sessions.attach(session, request, links.root(), answer);
    }

    private Answer show(String step, Visit visit) {
        return switch (step) {
            case "" -> code.show(visit);
            case Links.LOGIN -> login.show(visit);
            case Links.DECISION -> decision.show(visit);
            case Links.DONE -> decision.done(visit);
            default -> Html.page(404, visit.texts(), visit.texts().say("error.title"), "");
        };
    }

    private Answer submit(String step, Visit visit) {
        if (!login.guarded(visit)) {
            return unguarded(step, visit);
        }
        return switch (step) {
            case "" -> code.submit(visit);
            case Links.LOGIN -> login.submit(visit).orElseGet(() -> decision.afterLogin(visit));
            case Links.DECISION -> decision.submit(visit);
            default -> Html.page(404, visit.texts(), visit.texts().say("error.title"), "");
        };
    }

    /** Another tab may have signed in meanwhile, which makes the login page of this one old but not suspicious. */
    private Answer unguarded(String step, Visit visit) {
        boolean signedIn = step.equals(Links.LOGIN) && visit.user().isPresent();
        return signedIn ? decision.resume(visit) : decision.stale(visit);
    }

    /** A form that cannot be read counts as an empty one: the user sees the page again. */
    private Form form(Request request) {
        try {
            return request.isPost() ? parser.apply(request) : query(request);
        } catch (Refusal unreadable) {
            return Form.empty();
        }
    }

    private static Form query(Request request) {
        return request.query().map(Form::decode).orElseGet(Form::empty).withoutEmpty();
    }
}
