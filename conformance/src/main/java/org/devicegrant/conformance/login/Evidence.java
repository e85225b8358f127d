package org.devicegrant.conformance.login;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.GrantTypes;
import org.devicegrant.conformance.protocol.Scopes;

/**
 * What was seen of logins: answers to requests as any client would send them, by the moment at which it reads them.
 * Provocations are left out, since no client sends them.
 */
public final class Evidence {
    private static final Set<String> USUAL = Set.of(
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "scope",
            "grant_type",
            "device_code");

    private final Map<Moment, List<Answer>> seen = new EnumMap<>(Moment.class);
    private final Map<String, String> scopes = new HashMap<>();
    private final Set<String> usual = new HashSet<>(USUAL);

    /**
     * @param run every answer of the run
     * @param rehearsal what was asked on behalf of clients
     */
    public Evidence(Protocol protocol, List<Answer> run, Rehearsal rehearsal) {
        usual.addAll(protocol.target().extraParameters().keySet());
        protocol.server().documents().stream()
                .filter(document -> document.style() == Server.Style.OPENID_APPENDED)
                .forEach(document -> note(Moment.METADATA, document.answer()));
        rehearsal.seen().forEach((moment, answers) -> answers.forEach(answer -> note(moment, answer)));
        // A calm poll of a young code is pending for certain, whatever the answer says.
        rehearsal.seen().getOrDefault(Moment.CALM, List.of()).forEach(answer -> note(Moment.PENDING, answer));
        run.stream().filter(this::plain).forEach(this::sort);
    }

    private void sort(Answer answer) {
        boolean success = answer.status() / 100 == 2;
        String error = Reply.error(answer);
        if (answer.request().endpoint() == Endpoint.DEVICE_AUTHORIZATION) {
            if (success && error == null) {
                note(Moment.CODES, answer);
                String scope = answer.request().form().value("scope");
                scopes.put(answer.member("device_code").asText(), scope == null ? "" : scope);
            }
        } else if (error != null && ErrorCodes.PENDING.contains(error)) {
            note(Moment.PENDING, answer);
        } else if (success && error == null) {
            note(Moment.TOKEN, answer);
            if (openid(answer)) {
                note(Moment.OPENID_TOKEN, answer);
            }
        }
    }

    private boolean openid(Answer answer) {
        String asked = scopes.getOrDefault(answer.request().form().value("device_code"), "");
        String granted = answer.member("scope").asText(asked);
        return Scopes.of(asked).contains("openid") && Scopes.of(granted).contains("openid");
    }

    private void note(Moment moment, Answer answer) {
        seen.computeIfAbsent(moment, none -> new ArrayList<>()).add(answer);
    }

    /** What a client reads there; empty if it was not seen. */
    List<Answer> at(Moment moment, boolean asksForJson) {
        List<Answer> all = seen.getOrDefault(moment, List.of());
        List<Answer> alike = all.stream()
                .filter(answer -> asksForJson(answer) == asksForJson)
                .toList();
        return alike.isEmpty() ? all : alike;
    }

    private static boolean asksForJson(Answer answer) {
        return answer.request().headers().stream()
                .anyMatch(h -> h.name().equalsIgnoreCase("Accept") && h.value().contains("application/json"));
    }

    private boolean plain(Answer answer) {
        Request request = answer.request();
        Endpoint endpoint = request.endpoint();
        boolean ours = endpoint == Endpoint.DEVICE_AUTHORIZATION || endpoint == Endpoint.TOKEN;
        return ours
                && request.ordinary()
                && request.query().parameters().isEmpty()
                && request.headers().stream().noneMatch(h -> h.name().equalsIgnoreCase("DPoP"))
                && request.parameters().map(this::usual).orElse(false)
                && (endpoint == Endpoint.DEVICE_AUTHORIZATION
                        || GrantTypes.DEVICE_CODE.equals(request.form().value("grant_type")));
    }

    private boolean usual(Form form) {
        Set<String> names = new HashSet<>();
        return form.parameters().stream().allMatch(p -> usual.contains(p.name()) && names.add(p.name()));
    }
}
