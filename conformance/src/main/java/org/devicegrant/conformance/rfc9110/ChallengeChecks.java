package org.devicegrant.conformance.rfc9110;

import java.util.List;
import java.util.Optional;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.protocol.Challenge;

/** What every 401 has to carry. */
@Passive
class ChallengeChecks {
    /** Nobody's client_id, and nobody's code. */
    private static final String NOBODY = "device-grant-no-such-client";

    /** What a 401 says about how to authenticate. */
    private enum Said {
        NOTHING("no WWW-Authenticate"),
        MALFORMED("a malformed WWW-Authenticate"),
        WITHOUT_REALM("Basic without a realm"),
        CHALLENGE("a challenge");

        private final String words;

        Said(String words) {
            this.words = words;
        }
    }

    @Check("9110-401-www-authenticate")
    void every401CarriesAChallenge(Devices devices, Transcript transcript, Judge judge) {
        devices.send(named(devices.request()));
        devices.send(named(devices.protocol().poll(devices.main(), NOBODY)));

        List<Answer> unauthorized = transcript.grantAnswers().stream()
                .filter(answer -> answer.status() == 401)
                .toList();
        if (unauthorized.isEmpty()) {
            throw new NotApplicable("no 401 was seen in this run");
        }

        for (Sighting<Said> sighting : Sighting.of(unauthorized, ChallengeChecks::said)) {
            judge.expect("the 401", sighting, said -> said.words)
                    .tolerating(is(Said.MALFORMED), "few clients can read it")
                    .tolerating(is(Said.WITHOUT_REALM), "RFC 7617 asks for a realm")
                    .otherwise("HTTP libraries take the answer for broken")
                    .toBe(is(Said.CHALLENGE));
        }
    }

    private static Request named(Request request) {
        return ClientAuthentication.anonymous(request).with("client_id", NOBODY);
    }

    private static Outcome<Said> is(Said wanted) {
        return Outcome.of(wanted.words, said -> said == wanted);
    }

    private static Said said(Answer answer) {
        List<String> values = answer.headerValues("WWW-Authenticate");
        if (values.isEmpty()) {
            return Said.NOTHING;
        }
        Optional<List<Challenge>> challenges = Challenge.parse(values);
        if (challenges.isEmpty()) {
            return Said.MALFORMED;
        }
        boolean realmless = challenges.get().stream()
                .anyMatch(c -> c.is("basic") && !c.parameters().containsKey("realm"));
        return realmless ? Said.WITHOUT_REALM : Said.CHALLENGE;
    }
}
