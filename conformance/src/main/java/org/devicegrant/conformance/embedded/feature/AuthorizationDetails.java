package org.devicegrant.conformance.embedded.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.Issue;

/** Rich authorization requests (RFC 9396) with one type: an array of objects of {@value #TYPE}. */
public final class AuthorizationDetails implements Feature {
    /** The only type that exists. */
    public static final String TYPE = "recording_access";

    private static final String PARAMETER = "authorization_details";

    private final boolean shown;

    /** Shown to the user before he decides, as RFC 9396 section 3 wants it. */
    public AuthorizationDetails() {
        this(true);
    }

    /** With {@code shown} for whether the decision page tells them. */
    public AuthorizationDetails(boolean shown) {
        this.shown = shown;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(PARAMETER);
    }

    @Override
    public String declared() {
        return "authorization_details: {type: %s, locations: [\"https://api.example/recordings\"], folder: holidays}\n"
                .formatted(TYPE);
    }

    @Override
    public void ordered(Client client, Request request, Form form) {
        form.value(PARAMETER).ifPresent(AuthorizationDetails::parse);
    }

    @Override
    public Issue redeemed(Poll poll, Issue issue) {
        return details(poll.grant()).map(issue::withDetails).orElse(issue);
    }

    @Override
    public List<String> shown(DeviceGrant grant) {
        Optional<JsonNode> details = shown ? details(grant) : Optional.empty();
        return details.stream()
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
                .map(Json::write)
                .toList();
    }

    @Override
    public void described(ObjectNode metadata) {
        metadata.set("authorization_details_types_supported", Json.node(List.of(TYPE)));
    }

    private static Optional<JsonNode> details(DeviceGrant grant) {
        return grant.order().form().value(PARAMETER).map(AuthorizationDetails::parse);
    }

    private static JsonNode parse(String text) {
        return Json.read(text)
                .filter(JsonNode::isArray)
                .filter(array -> !array.isEmpty())
                .filter(array -> StreamSupport.stream(array.spliterator(), false)
                        .allMatch(detail -> detail.path("type").asText().equals(TYPE)))
                .orElseThrow(() -> Refusal.of(
                        "invalid_authorization_details", "The authorization details are malformed or of unknown type"));
    }
}
