package org.devicegrant.conformance.rfc8414;

import static org.devicegrant.conformance.assertion.Outcome.is;
import static org.devicegrant.conformance.protocol.ErrorCodes.INVALID_CLIENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Clients;

/** What the metadata says about client authentication. */
class AuthenticationMethodChecks {
    private static final String METHODS = "token_endpoint_auth_methods_supported";
    private static final String ALGORITHMS = "token_endpoint_auth_signing_alg_values_supported";
    private static final String WORKS = "it works";

    @Check("8414-2-auth-methods-truthful")
    void theAdvertisedAuthenticationMethodsAreThoseThatWork(Devices devices, Judge judge) {
        Answer metadata = devices.server().publishedMetadata().get(0).answer();
        List<String> listed = listed(metadata);

        for (Client client : clients(devices.target().clients())) {
            String method = client.authMethod().name().toLowerCase(Locale.ROOT);
            if (devices.send(devices.request(client)).codes()) {
                expectAsListed(devices, judge, client, method, listed.contains(method));
            }
        }
        if (listed.contains("private_key_jwt") || listed.contains("client_secret_jwt")) {
            judge.expect(ALGORITHMS, algorithms(metadata.member(ALGORITHMS)), Function.identity(), metadata)
                    .otherwise("clients cannot choose an algorithm, or forged assertions are invited")
                    .toBe(is("a list without none"));
        }
    }

    /** Where the member is left out, RFC 8414 section 2 says what that means. */
    private static List<String> listed(Answer metadata) {
        JsonNode methods = metadata.member(METHODS);
        List<String> listed = new ArrayList<>();
        methods.forEach(method -> listed.add(method.asText()));
        return methods.isMissingNode() ? List.of("client_secret_basic") : listed;
    }

    private static List<Client> clients(Clients clients) {
        return Stream.of(
                        Optional.ofNullable(clients.public_()),
                        Optional.ofNullable(clients.confidential()),
                        Optional.ofNullable(clients.privateKeyJwt()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A code that nobody issued tells at once whether the client was recognised. */
    private static void expectAsListed(Devices devices, Judge judge, Client client, String method, boolean listed) {
        Answer answer =
                devices.send(devices.protocol().poll(client, UUID.randomUUID().toString()));
        boolean works = !answer.isError(INVALID_CLIENT) && answer.status() != 401;
        judge.expect(
                        "client authentication with " + method,
                        works ? WORKS : "it is refused",
                        Function.identity(),
                        answer)
                .tolerating(
                        Outcome.of("it works unlisted", seen -> works && !listed),
                        METHODS + " does not list it, so clients that read metadata do not try it")
                .otherwise(METHODS + " lists it")
                .toBe(Outcome.of(
                        listed ? "it works, as listed" : "it is refused, as it is not listed",
                        seen -> works == listed));
    }

    private static String algorithms(JsonNode algorithms) {
        if (!algorithms.isArray() || algorithms.isEmpty()) {
            return "no list";
        }
        for (JsonNode algorithm : algorithms) {
            if (algorithm.asText().equalsIgnoreCase("none")) {
                return "a list with none";
            }
        }
        return "a list without none";
    }
}
