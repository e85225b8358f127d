package org.devicegrant.conformance.rfc6749.s5_2_error_response;

import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Expectation;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.protocol.Challenge;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;

/** Clients that do not know their secret. Few attempts, since servers lock clients out for them. */
class WrongSecretChecks {
    private static final String WRONG = "certainly-not-the-secret";
    private static final String NOBODY = "device-grant-no-such-client";

    private static final Outcome<Answer> REFUSED = error(401, ErrorCodes.INVALID_CLIENT);
    private static final Outcome<Answer> SILENT =
            Outcome.of("401 without a body", a -> a.status() == 401 && a.body().length == 0);
    private static final Outcome<Answer> ABOUT_THE_CLIENT =
            Outcome.of("another refusal", a -> turnedAway().matches(a) && !a.isError(ErrorCodes.INVALID_GRANT));

    @Check("6749-5.2-wrong-secret-basic")
    void aWrongAuthorizationHeaderIsChallenged(Devices devices, Judge judge) {
        Client client = devices.confidential();
        for (Entrance entrance : Entrance.both(devices, client)) {
            Answer wrong = entrance.send(header(ClientAuthentication.basic(client.clientId(), WRONG)));
            judgeHeader(judge, "a wrong secret in the Authorization header at " + entrance, wrong);

            Answer unknown = entrance.send(header(ClientAuthentication.basic(NOBODY, WRONG)));
            judgeHeader(judge, "an unknown client in the Authorization header at " + entrance, unknown);

            Answer garbled = entrance.send(header("Basic !not*base64!"));
            judgeGarbled(judge, "an Authorization header that is not Base64 at " + entrance, garbled);
        }
    }

    private static UnaryOperator<Request> header(String value) {
        return request -> ClientAuthentication.anonymous(request).header("Authorization", value);
    }

    private static void judgeHeader(Judge judge, String subject, Answer answer) {
        judgeRefusal(judge.expect(subject, answer), judge, subject, answer);
    }

    private static void judgeGarbled(Judge judge, String subject, Answer answer) {
        Expectation<Answer> expectation = judge.expect(subject, answer)
                .tolerating(
                        error(400, ErrorCodes.INVALID_REQUEST),
                        "the header was used, so 401 with a challenge is asked for");
        judgeRefusal(expectation, judge, subject, answer);
    }

    private static void judgeRefusal(Expectation<Answer> expectation, Judge judge, String subject, Answer answer) {
        expectation
                .tolerating(SILENT, "a client library looks for invalid_client in the body")
                .otherwise("a client cannot tell that its credentials are wrong")
                .toBe(REFUSED);
        if (answer.status() == 401) {
            judgeChallenge(judge, subject, answer);
        }
    }

    private static void judgeChallenge(Judge judge, String subject, Answer answer) {
        Optional<List<Challenge>> challenges = Challenge.parse(answer.headerValues("WWW-Authenticate"));
        judge.expect("WWW-Authenticate after " + subject, challenges, WrongSecretChecks::inWords, answer)
                .tolerating(Outcome.of("a Basic challenge", c -> hasBasic(c, false)), "RFC 7617 asks for a realm in it")
                .tolerating(
                        Outcome.of("a malformed challenge", c -> c.isEmpty() && mentionsBasic(answer)),
                        "few clients can read it")
                .otherwise("the client is not told which scheme to use")
                .toBe(Outcome.of("a Basic challenge with a realm", c -> hasBasic(c, true)));
    }

    private static boolean hasBasic(Optional<List<Challenge>> challenges, boolean withRealm) {
        return challenges.stream()
                .flatMap(List::stream)
                .anyMatch(c -> c.is("basic") && (!withRealm || c.parameters().containsKey("realm")));
    }

    private static boolean mentionsBasic(Answer answer) {
        return answer.headerValues("WWW-Authenticate").stream().anyMatch(v -> v.matches("(?i).*\\bbasic\\b.*"));
    }

    private static String inWords(Optional<List<Challenge>> challenges) {
        return challenges
                .map(list -> "challenges for "
                        + String.join(", ", list.stream().map(Challenge::scheme).toList()))
                .orElse("no well-formed challenge");
    }

    @Check("6749-5.2-wrong-secret-post")
    void aWrongSecretInTheBodyIsRefused(Devices devices, Judge judge) {
        Client client = devices.confidential();
        for (Entrance entrance : Entrance.both(devices, client)) {
            Answer wrong = entrance.send(request -> ClientAuthentication.anonymous(request)
                    .with("client_id", client.clientId())
                    .with("client_secret", WRONG));

            judge.expect("a wrong client_secret in the body at " + entrance, wrong)
                    .tolerating(ABOUT_THE_CLIENT, "invalid_client with 400 or 401 is the defined answer")
                    .otherwise("a client cannot tell that its credentials are wrong")
                    .toBe(error(400, ErrorCodes.INVALID_CLIENT), REFUSED);
        }
    }
}
