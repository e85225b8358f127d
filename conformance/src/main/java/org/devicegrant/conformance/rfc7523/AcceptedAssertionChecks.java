package org.devicegrant.conformance.rfc7523;

import static org.devicegrant.conformance.assertion.Answers.served;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Audiences;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.flow.Server;

/** Assertions that a server should take. */
class AcceptedAssertionChecks {
    private static final Duration AHEAD = Duration.ofSeconds(5);

    @Check("7523-2.2-private-key-jwt-accepted")
    void aSignedAssertionOpensBothEndpoints(Devices devices, Judge judge, Grants grants) {
        Keyed keyed = Keyed.of(devices, grants);
        boolean open = judge.expect(
                        "private_key_jwt",
                        keyed.audiences(),
                        AcceptedAssertionChecks::inWords,
                        keyed.audiences().answers())
                .otherwise("devices with keys of their own cannot use the grant")
                .toBe(Outcome.of("both endpoints to take the assertion", Audiences::everywhere));

        if (open) {
            keyed.entrances().forEach(entrance -> judgeForms(devices, judge, keyed, entrance));
        }
    }

    private static String inWords(Audiences audiences) {
        return audiences.answers().get(0).gist() + " at the device authorization endpoint and "
                + audiences.answers().get(1).gist() + " at the token endpoint";
    }

    private static void judgeForms(Devices devices, Judge judge, Keyed keyed, Entrance entrance) {
        Answer named = entrance.send(
                request -> request.with("client_id", keyed.client().clientId()));
        judge.expect("an assertion with client_id beside it at " + entrance, named)
                .otherwise("client libraries that send client_id always cannot use the grant")
                .toBe(served());

        judge.expect(
                        "an assertion made five seconds ahead of the server's clock at " + entrance,
                        keyed.send(entrance, good -> good.withTime("iat", AHEAD)))
                .tolerating(turnedAway(), "clocks of devices are not that exact")
                .toBe(served());

        judge.expect(
                        "an assertion with its own media type at " + entrance,
                        keyed.send(entrance, AcceptedAssertionChecks::typed))
                .tolerating(turnedAway(), "newer client libraries name the type")
                .toBe(served());

        if (keyed.fresh(entrance.endpoint()).key() instanceof RSAKey) {
            judgeRs256(devices, judge, keyed, entrance);
        }
    }

    private static Assertion typed(Assertion assertion) {
        return assertion.withHeader(new JWSHeader.Builder(assertion.header())
                .type(new JOSEObjectType("client-authentication+jwt"))
                .build());
    }

    /** A client may be registered for one algorithm alone, so that a refusal is no fault of the server's. */
    private static void judgeRs256(Devices devices, Judge judge, Keyed keyed, Entrance entrance) {
        if (keyed.fresh(entrance.endpoint()).header().getAlgorithm().equals(JWSAlgorithm.RS256)) {
            return;
        }
        String advertised =
                advertised(devices.server()) ? "though it is advertised" : "though every server has to know it";
        judge.expect(
                        "an assertion signed with RS256 at " + entrance,
                        keyed.send(entrance, good -> good.withAlgorithm(JWSAlgorithm.RS256)))
                .tolerating(
                        turnedAway(), "it is refused " + advertised + "; the registration may name another algorithm")
                .toBe(served());
    }

    private static boolean advertised(Server server) {
        for (Server.Document document : server.metadata()) {
            for (JsonNode name : document.answer().member("token_endpoint_auth_signing_alg_values_supported")) {
                if (name.asText().equals("RS256")) {
                    return true;
                }
            }
        }
        return false;
    }
}
