package org.devicegrant.conformance.rfc8628.s4_discovery_metadata;

import static org.devicegrant.conformance.assertion.Answers.anyError;
import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Outcome.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Server;
import org.devicegrant.conformance.protocol.GrantTypes;

/** How a client learns from metadata that the grant exists, and where. */
class AdvertisementChecks {
    private static final String ENDPOINT = "device_authorization_endpoint";
    private static final String GRANTS = "grant_types_supported";
    private static final String ABSENT = "no such member";
    private static final String USABLE = "an absolute https URL";
    private static final String LOCAL = "an http URL of this machine";
    private static final String NAMED = "the grant's URN";

    @Check("8628-4-device-endpoint-advertised")
    void everyDocumentNamesTheSameDeviceAuthorizationEndpoint(Devices devices, Judge judge) {
        List<Answer> documents = devices.server().publishedMetadata().stream()
                .map(Server.Document::answer)
                .toList();
        for (Sighting<String> sighting : Sighting.of(documents, a -> form(a.member(ENDPOINT)))) {
            judge.expect(ENDPOINT, sighting.what(), Function.identity(), sighting.answers())
                    .tolerating(is(ABSENT), "clients have to be told the address in another way" + oldName(sighting))
                    .otherwise("clients that follow the metadata cannot start")
                    .toBe(is(USABLE), is(LOCAL));
        }

        List<Sighting<JsonNode>> named = Sighting.of(documents, a -> a.member(ENDPOINT)).stream()
                .filter(sighting -> sighting.what().isTextual())
                .toList();
        judge.expect(ENDPOINT + " in all documents", named.size(), n -> n + " different ones", documents)
                .otherwise("it depends on the document that a client reads whether it works")
                .toBe(is(1), is(0));
        for (Sighting<JsonNode> sighting : named) {
            expectCodes(devices, judge, sighting.what());
        }
    }

    private static String oldName(Sighting<String> sighting) {
        boolean old = sighting.answers().stream()
                .anyMatch(a -> a.member("device_endpoint").isTextual());
        return old ? "; device_endpoint is no registered name" : "";
    }

    private static String form(JsonNode node) {
        if (node.isMissingNode()) {
            return ABSENT;
        }
        try {
            URI uri = new URI(node.asText());
            if (!uri.isAbsolute() || uri.getHost() == null) {
                return "no absolute URL";
            } else if (uri.getRawFragment() != null) {
                return "a URL with a fragment";
            } else if (uri.getScheme().equalsIgnoreCase("https")) {
                return USABLE;
            }
            return List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost()) ? LOCAL : "a plain http URL";
        } catch (URISyntaxException e) {
            return "no URL";
        }
    }

    private static void expectCodes(Devices devices, Judge judge, JsonNode endpoint) {
        if (form(endpoint).equals(USABLE) || form(endpoint).equals(LOCAL)) {
            Answer answer = devices.send(devices.request().withUrl(URI.create(endpoint.asText())));
            judge.expect("a device authorization request to the advertised address", answer)
                    .learningNothingFrom(anyError(), "the client under test cannot start the grant there")
                    .otherwise("the metadata leads clients astray")
                    .toBe(codes());
        }
    }

    @Check("8628-4-grant-type-advertised")
    void everyDocumentListsTheGrant(Devices devices, Judge judge) {
        List<Answer> documents = devices.server().publishedMetadata().stream()
                .map(Server.Document::answer)
                .toList();

        for (Sighting<String> sighting : Sighting.of(documents, a -> grants(a.member(GRANTS)))) {
            judge.expect(GRANTS, sighting.what(), Function.identity(), sighting.answers())
                    .tolerating(is(ABSENT), "left out, it means authorization_code and implicit only")
                    .otherwise("clients that read it conclude that the grant is not supported")
                    .toBe(is(NAMED));
        }
    }

    private static String grants(JsonNode list) {
        if (list.isMissingNode()) {
            return ABSENT;
        }
        for (JsonNode grant : list) {
            if (grant.asText().equals(GrantTypes.DEVICE_CODE)) {
                return NAMED;
            }
        }
        return "a list without the grant's URN";
    }
}
