package org.devicegrant.conformance.embedded.page;

import java.util.List;
import java.util.Locale;
import org.devicegrant.conformance.embedded.client.User;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.http.Answer;

/** The page that asks for the decision, and those that tell what came of it. */
final class DecisionView {
    private static final int DEVICE_NAME = 120;

    private final PageRules rules;
    private final Links links;

    DecisionView(PageRules rules, Links links) {
        this.rules = rules;
        this.links = links;
    }

    /**
     * Asks.
     *
     * @param more what extensions have to tell
     */
    Answer ask(Visit visit, Ticket ticket, FormView form, List<String> more) {
        Texts texts = visit.texts();
        DeviceGrant grant = ticket.grant();
        String client = rules.clientName(grant);
        StringBuilder facts = new StringBuilder();
        say(facts, texts.say("decision.lead", client));
        visit.user().map(User::fullName).ifPresent(name -> user(facts, visit, ticket, name));
        code(facts, texts, grant);
        device(facts, texts, grant);
        more.forEach(line -> say(facts, line));
        form.hidden(links.parameter(), links.value(ticket));
        scopes(facts, form, texts, grant);
        String buttons = form.with(
                new FormView.Button("approve", "decision", "approve", texts.say("decision.approve")),
                new FormView.Button("deny", "decision", "deny", texts.say("decision.deny")));
        StringBuilder warning = new StringBuilder();
        say(warning, texts.say("decision.warning"));
        return Html.page(200, texts, texts.say("decision.title", client), facts.toString() + warning + buttons);
    }

    /**
     * Tells.
     *
     * @param what {@code approved}, {@code refused}, {@code late}, {@code expired} or {@code stale}
     */
    Answer tell(int status, Texts texts, String what) {
        StringBuilder body = new StringBuilder();
        say(body, texts.say(what + ".text"));
        if (!what.equals("approved") && !what.equals("refused")) {
            body.append("<p><a href=\"%s\">%s</a></p>".formatted(links.root(), Html.escape(texts.say("again"))));
        }
        return Html.page(status, texts, texts.say(what + ".title"), body.toString());
    }

    private void user(StringBuilder facts, Visit visit, Ticket ticket, String name) {
        String link = links.login(ticket);
        facts.append("<p>%s <a href=\"%s\">%s</a></p>%n"
                .formatted(
                        Html.escape(visit.texts().say("decision.user", name)),
                        Html.escape(link),
                        Html.escape(visit.texts().say("decision.switch"))));
    }

    private void code(StringBuilder facts, Texts texts, DeviceGrant grant) {
        if (rules.look().codeShown()) {
            facts.append("<p>%s <strong class=\"code\">%s</strong></p>%n"
                    .formatted(Html.escape(texts.say("decision.code")), Html.escape(grant.userCode())));
            say(facts, texts.say("decision.compare"));
        }
    }

    private void device(StringBuilder facts, Texts texts, DeviceGrant grant) {
        if (rules.look().deviceShown()) {
            String device = grant.order().device();
            String name = device.isEmpty() ? texts.say("decision.unknownDevice") : device;
            String cut = name.length() > DEVICE_NAME ? name.substring(0, DEVICE_NAME) : name;
            say(facts, texts.say("decision.device", cut, grant.order().address()));
        }
    }

    private void scopes(StringBuilder facts, FormView form, Texts texts, DeviceGrant grant) {
        if (!rules.look().scopesShown()) {
            return;
        }
        StringBuilder list = new StringBuilder();
        for (String scope : grant.scopes()) {
            String key = "scope." + scope.toLowerCase(Locale.ROOT);
            String told = texts.say(key);
            String what =
                    "%s (<code>%s</code>)".formatted(Html.escape(told.equals(key) ? scope : told), Html.escape(scope));
            if (rules.look().scopesSelectable()) {
                form.checkbox("scope", scope, what, rules.look().scopesPreselected());
            } else {
                list.append("<li>%s</li>%n".formatted(what));
            }
        }
        say(facts, texts.say("decision.scopes"));
        facts.append(list.isEmpty() ? "" : "<ul>%n%s</ul>%n".formatted(list));
    }

    private static void say(StringBuilder body, String text) {
        if (!text.isEmpty()) {
            body.append("<p>%s</p>%n".formatted(Html.escape(text)));
        }
    }
}
