package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Answer;

/** Servers that let clients in with wrong credentials, or refuse them in the wrong way. */
public final class ClientErrorDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "answersAWrongHeaderWith400",
                        "Answers 400 invalid_client to a wrong secret in the Authorization header.",
                        Set.of("6749-5.2-wrong-secret-basic"),
                        "A wrong secret in the Authorization header at the device authorization endpoint: expected"
                                + " 401 invalid_client, got 400 invalid_client*",
                        server -> server.authentication().statusWithHeader(400)),
                new Defect(
                        "challengesForAnotherScheme",
                        "Challenges for Bearer where Basic was used.",
                        Set.of("6749-5.2-wrong-secret-basic"),
                        "WWW-Authenticate after a wrong secret in the Authorization header at the device authorization"
                                + " endpoint: expected a Basic challenge with a realm, got challenges for bearer*",
                        server -> {
                            server.onDevice((request, answer) -> bearing(answer));
                            server.onToken((request, answer) -> bearing(answer));
                        }),
                new Defect(
                        "overlooksAWrongSecretInTheBody",
                        "Takes any client_secret in the body, since client_id is right.",
                        Set.of("6749-5.2-wrong-secret-post"),
                        "A wrong client_secret in the body at the device authorization endpoint: expected"
                                + " 400 invalid_client or 401 invalid_client, got 200 with codes*",
                        server -> server.authentication()
                                .right(password -> password.isRight() || password.method() == Client.Method.POST)),
                new Defect(
                        "stopsAtTheFirstRightProof",
                        "Lets a client in by one right proof, whatever else the request carries.",
                        Set.of("6749-5.2-multiple-auth-methods"),
                        "*A right secret in the header and a wrong one in the body at the device authorization endpoint:"
                                + " expected invalid_request or invalid_client, got 200 with codes*",
                        server -> server.authentication().twoMethodsRefused(false)));
    }

    private static Answer bearing(Answer answer) {
        return answer.status() == 401 ? answer.header("WWW-Authenticate", "Bearer realm=\"device-grant\"") : answer;
    }
}
