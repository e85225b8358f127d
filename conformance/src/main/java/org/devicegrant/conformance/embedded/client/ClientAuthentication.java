package org.devicegrant.conformance.embedded.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** Tells which client sends a request, and refuses the request unless the client has proved it. */
public final class ClientAuthentication {
    private static final String CHALLENGE = "Basic realm=\"device-grant\", charset=\"UTF-8\"";

    private final AuthenticationRules rules;
    private final Clients clients;
    private final AssertionCheck assertions;
    private final Failures failures;
    private final Function<Attempt, Client> whole;

    /** With {@code own} for the names by which an assertion may address this server. */
    public ClientAuthentication(
            AuthenticationRules rules, Clients clients, Supplier<List<String>> own, ServerClock clock) {
        this.rules = rules;
        this.clients = clients;
        this.assertions = new AssertionCheck(rules.assertions(), clients, own, clock);
        this.failures = new Failures(Duration.ofMinutes(1), clock);
        this.whole = rules.layers().over(this::identify);
    }

    /**
     * The client that sends this request.
     *
     * @throws Refusal if it is unknown or has not proved it
     */
    public Client authenticate(Attempt attempt) {
        try {
            return whole.apply(attempt);
        } catch (Refusal refusal) {
            throw refusal.error().equals("invalid_client") ? finish(attempt, refusal) : refusal;
        }
    }

    private Client identify(Attempt attempt) {
        List<Proof> proofs = proofs(attempt);
        if (proofs.size() > 1 && rules.twoMethodsRefused()) {
            throw Refusal.invalidRequest("The client authenticates in more than one way");
        }
        if (proofs.isEmpty()) {
            return unproved(attempt);
        }
        Client client = firstValid(attempt, proofs);
        if (attempt.form()
                .value("client_id")
                .filter(id -> !id.equals(client.id()))
                .isPresent()) {
            throw Refusal.invalidRequest("Parameter client_id names another client than the one that authenticated");
        }
        return client;
    }

    private List<Proof> proofs(Attempt attempt) {
        List<Proof> proofs = new ArrayList<>();
        boolean header = attempt.request().header("Authorization").isPresent();
        if (header && rules.knows(attempt.endpoint(), Client.Method.BASIC)) {
            proofs.add(this::byHeader);
        }
        if (attempt.form().has("client_secret") && rules.knows(attempt.endpoint(), Client.Method.POST)) {
            proofs.add(this::byBody);
        }
        boolean assertion =
                attempt.form().has("client_assertion") || attempt.form().has("client_assertion_type");
        if (assertion && rules.knows(attempt.endpoint(), Client.Method.PRIVATE_KEY_JWT)) {
            proofs.add(assertions::check);
        }
        return proofs;
    }

    private static Client firstValid(Attempt attempt, List<Proof> proofs) {
        Refusal last = Refusal.invalidClient("The client has not authenticated");
        for (Proof proof : proofs) {
            try {
                return proof.check(attempt);
            } catch (Refusal refusal) {
                last = refusal;
            }
        }
        throw last;
    }

    private Client unproved(Attempt attempt) {
        Client client = known(attempt.form().required("client_id"));
        if (rules.needsProof(attempt.endpoint(), client)) {
            throw Refusal.invalidClient("The client must authenticate");
        }
        return client;
    }

    private Client byHeader(Attempt attempt) {
        String header = attempt.request().header("Authorization").orElse("");
        if (!BasicCredentials.offeredIn(header)) {
            throw Refusal.invalidClient("The scheme of the Authorization header is not Basic");
        }
        BasicCredentials pair = BasicCredentials.read(header, rules.basicFormEncoded())
                .orElseThrow(() -> Refusal.invalidClient("The Authorization header is malformed"));
        return byPassword(attempt, Client.Method.BASIC, pair.id(), pair.secret());
    }

    private Client byBody(Attempt attempt) {
        String id = attempt.form().required("client_id");
        return byPassword(attempt, Client.Method.POST, id, attempt.form().text("client_secret"));
    }

    private Client byPassword(Attempt attempt, Client.Method method, String id, String secret) {
        Client client = known(id);
        if (client.isPublic() && secret.isEmpty()) {
            return client;
        }
        if (!rules.isRight(new Password(attempt.endpoint(), method, client, secret))) {
            int count = failures.count(client.id());
            throw Refusal.invalidClient("Wrong client credentials").delay(rules.slowness(attempt.endpoint(), count));
        }
        return client;
    }

    private Client known(String id) {
        return clients.find(id).orElseThrow(() -> Refusal.invalidClient("The client is unknown"));
    }

    private Refusal finish(Attempt attempt, Refusal refusal) {
        boolean header = attempt.request().header("Authorization").isPresent();
        int status = rules.failureStatus(header);
        return refusal.status(status)
                .header("WWW-Authenticate", status == 401 && rules.challenging() ? CHALLENGE : null);
    }

    private interface Proof {
        Client check(Attempt attempt);
    }
}
