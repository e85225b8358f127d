package org.devicegrant.conformance.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What has to be true of every known server before anything is said about its conduct. */
final class Registered {

    private Registered() {}

    /** Every client of the target file is known: those of the device grant get codes, the other one is turned away. */
    static void everyClientOf(KnownServer server) throws Exception {
        PlainDevice device = new PlainDevice(server);
        getsCodes(device.start());
        getsCodes(device.start(Map.of("client_id", Registration.OTHER), Map.of()));
        getsCodes(device.start(Map.of(), PlainDevice.basic()));
        getsCodes(device.start(device.assertion(), Map.of()));
        JsonNode refused = device.start(Map.of("client_id", Registration.WITHOUT_GRANT), Map.of());
        assertThat(refused.path("error").asText())
                .as("error for a client without the grant")
                .isIn("unauthorized_client", "invalid_request", "invalid_client", "invalid_grant");
    }

    private static void getsCodes(JsonNode answer) {
        assertThat(answer.path("device_code").asText())
                .as("device_code in an answer with the fields %s", answer.properties())
                .isNotEmpty();
    }
}
