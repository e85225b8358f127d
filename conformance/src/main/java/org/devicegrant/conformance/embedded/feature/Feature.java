package org.devicegrant.conformance.embedded.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.Decision;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.Issue;

/** An extension of the grant. Every method may refuse the request by throwing a Refusal. Called by many threads. */
public interface Feature {
    /** Parameters that may then not be repeated. */
    default Set<String> parameters() {
        return Set.of();
    }

    /** Told the addresses of the server that it has been added to, before any request. */
    default void started(Addresses own) {}

    /** Checks a device authorization request before codes are issued. */
    default void ordered(Client client, Request request, Form form) {}

    /** Checks the poll that would redeem an approval, and says what to issue tokens for. */
    default Issue redeemed(Poll poll, Issue issue) {
        return issue;
    }

    /** Checks a refresh request, and says what to issue tokens for. */
    default Issue refreshed(Client client, Request request, Form form, Issue issue) {
        return issue;
    }

    /** Whether a token may be presented so, at the userinfo endpoint. */
    default boolean presented(Request request, Issue issue, String token) {
        return true;
    }

    /** Whether whoever wants to decide may do so. */
    default boolean mayDecide(Decision decision) {
        return true;
    }

    /** What the decision page has to tell, beside the scopes. */
    default List<String> shown(DeviceGrant grant) {
        return List.of();
    }

    /** What a target file says about it: whole lines of YAML, or nothing. */
    default String declared() {
        return "";
    }

    /** Adds to the server's metadata. */
    default void described(ObjectNode metadata) {}
}
