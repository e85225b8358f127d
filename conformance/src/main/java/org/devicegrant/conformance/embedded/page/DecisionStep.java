package org.devicegrant.conformance.embedded.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.grant.Deciding;
import org.devicegrant.conformance.embedded.grant.Decision;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.DeviceGrants;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** The decision: asked for, recorded, and told. */
final class DecisionStep {
    private final PageRules rules;
    private final Links links;
    private final DeviceGrants grants;
    private final Deciding deciding;
    private final Approvals approvals;
    private final LoginStep login;
    private final ServerClock clock;
    private final Function<DeviceGrant, List<String>> more;
    private final DecisionView view;

    DecisionStep(
            PageRules rules,
            Links links,
            DeviceGrants grants,
            Deciding deciding,
            Approvals approvals,
            LoginStep login,
            ServerClock clock,
            Function<DeviceGrant, List<String>> more) {
        this.rules = rules;
        this.links = links;
        this.grants = grants;
        this.deciding = deciding;
        this.approvals = approvals;
        this.login = login;
        this.clock = clock;
        this.more = more;
        this.view = new DecisionView(rules, links);
    }

    Answer show(Visit visit) {
        Optional<Ticket> found = ticket(visit);
        if (found.isEmpty()) {
            return stale(visit);
        }
        Ticket ticket = found.get();
        if (grants.over(ticket.grant(), Expiry.Moment.PAGE)) {
            return view.tell(400, visit.texts(), "expired");
        }
        if (!ticket.grant().is(DeviceGrant.State.PENDING)) {
            return view.tell(400, visit.texts(), "late");
        }
        if (visit.user().isEmpty() && rules.order() != PageRules.Order.LOGIN_LAST) {
            return redirect(links.login(ticket));
        }
        FormView form = new FormView(rules.look().markup(), "decision", links.root() + Links.DECISION);
        login.guard(visit, form);
        return view.ask(visit, ticket, form, more.apply(ticket.grant()));
    }

    Answer submit(Visit visit) {
        Optional<Ticket> found = ticket(visit);
        Optional<Boolean> approved = approved(visit);
        if (found.isEmpty() || approved.isEmpty()) {
            return stale(visit);
        }
        Ticket ticket = found.get();
        Set<String> scopes = selected(visit, ticket);
        Optional<User> user = rules.decider(visit.user(), visit.form());
        if (user.isPresent()) {
            return decide(ticket, user.get(), approved.get(), scopes);
        }
        if (rules.order() == PageRules.Order.LOGIN_LAST) {
            ticket.waiting(new Ticket.Waiting(approved.get(), scopes));
        }
        return redirect(links.login(ticket));
    }

    /** Where somebody who has just signed in goes on. */
    Answer afterLogin(Visit visit) {
        Optional<Ticket> found = ticket(visit);
        if (found.isEmpty()) {
            return redirect(links.code(visit.form().text(Links.USER_CODE)));
        }
        Ticket ticket = found.get();
        Optional<Ticket.Waiting> waiting = ticket.waiting();
        ticket.waiting(null);
        return waiting.map(
                        decision -> decide(ticket, visit.user().orElseThrow(), decision.approved(), decision.scopes()))
                .orElseGet(() -> redirect(links.decision(ticket)));
    }

    /** Where somebody goes on who had signed in before; nothing is decided. */
    Answer resume(Visit visit) {
        return redirect(ticket(visit).map(links::decision).orElseGet(links::root));
    }

    Answer done(Visit visit) {
        return ticket(visit)
                .flatMap(Ticket::outcome)
                .map(outcome -> switch (outcome) {
                    case APPROVED -> view.tell(200, visit.texts(), "approved");
                    case REFUSED -> view.tell(200, visit.texts(), "refused");
                    case TOO_LATE -> view.tell(400, visit.texts(), "late");
                    case EXPIRED -> view.tell(400, visit.texts(), "expired");
                    case NOT_ENTITLED -> view.tell(403, visit.texts(), "entitled");
                })
                .orElseGet(() -> stale(visit));
    }

    /** Says that nothing was done because the page is none of this session's. */
    Answer stale(Visit visit) {
        return view.tell(403, visit.texts(), "stale");
    }

    private Answer decide(Ticket ticket, User user, boolean approved, Set<String> scopes) {
        Decision decision = new Decision(ticket.grant(), user, ticket.enteredBy(), approved, scopes, clock.now());
        Decision.Outcome outcome = deciding.decide(decision);
        ticket.outcome(outcome);
        if (outcome == Decision.Outcome.APPROVED) {
            approvals.add(user, ticket.grant().client());
        }
        return redirect(links.done(ticket));
    }

    private static Optional<Boolean> approved(Visit visit) {
        if (visit.form().text("decision").equals("approve") || visit.form().has("decision:approve")) {
            return Optional.of(true);
        }
        boolean denied =
                visit.form().text("decision").equals("deny") || visit.form().has("decision:deny");
        return denied ? Optional.of(false) : Optional.empty();
    }

    /** Only what the page offered can be ticked, whatever the form says. */
    private Set<String> selected(Visit visit, Ticket ticket) {
        Set<String> scopes = new LinkedHashSet<>(ticket.grant().scopes());
        if (rules.look().scopesSelectable()) {
            scopes.retainAll(visit.form().values("scope"));
        }
        return scopes;
    }

    private Optional<Ticket> ticket(Visit visit) {
        String name = visit.form().text(links.parameter());
        return switch (rules.addressing()) {
            case TICKET -> visit.session().ticket(name);
            case LATEST -> visit.session().latest();
            case USER_CODE -> grants.byUserCode(name).map(visit.session()::ticketOf);
            case DEVICE_CODE -> grants.byDeviceCode(name).map(visit.session()::ticketOf);
        };
    }

    private Answer redirect(String location) {
        return Html.guarded(Answer.redirect(rules.redirectStatus(), location));
    }
}
