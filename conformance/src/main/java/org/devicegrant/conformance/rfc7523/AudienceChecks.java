package org.devicegrant.conformance.rfc7523;

import static org.devicegrant.conformance.assertion.Answers.served;

import java.net.URI;
import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Entrance;
import org.devicegrant.conformance.flow.Inconclusive;
import org.jspecify.annotations.Nullable;

/** To whom an assertion has to be addressed. */
class AudienceChecks {
    private static final String ELSEWHERE = "https://other.example/token";
    private static final Outcome<Answer> NOT_SERVED = Outcome.of("a refusal", answer -> !served().matches(answer));

    @Check("7523-3-audience")
    void assertionsForOthersAreRefusedAndThoseForThisServerAreNot(Devices devices, Judge judge, Grants grants) {
        @Nullable URI issuer = devices.server().issuer();
        if (issuer == null) {
            throw new Inconclusive("the issuer identifier is unknown", "give issuer in the target file");
        }
        Keyed keyed = Keyed.of(devices, grants);
        judge.expect(
                        "either endpoint",
                        keyed.audiences(),
                        found -> "one that takes none",
                        keyed.audiences().answers())
                .otherwise("it knows itself by neither the issuer nor an endpoint's address")
                .toBe(Outcome.of("an audience that it takes", found -> found.everywhere()));

        if (keyed.audiences().everywhere()) {
            for (Entrance entrance : keyed.openEntrances(judge)) {
                judgeOwnNames(devices, judge, keyed, entrance, issuer.toString());
                judgeOtherNames(judge, keyed, entrance, issuer.toString());
            }
        }
    }

    private static void judgeOwnNames(Devices devices, Judge judge, Keyed keyed, Entrance entrance, String issuer) {
        judge.expect(
                        "an assertion for the issuer at " + entrance,
                        keyed.send(entrance, good -> good.with("aud", issuer)))
                .tolerating(NOT_SERVED, whatElse(devices, keyed, entrance))
                .toBe(served());
        judge.expect(
                        "an assertion for the issuer, written as a list, at " + entrance,
                        keyed.send(
                                entrance,
                                good -> good.with("aud", List.of(good.claims().get("aud")))))
                .tolerating(NOT_SERVED, "a list of one is the same in JWT")
                .toBe(served());
        judge.expect(
                        "an assertion for this server and for another at " + entrance,
                        keyed.send(
                                entrance,
                                good -> good.with("aud", List.of(good.claims().get("aud"), ELSEWHERE))))
                .tolerating(served(), "the other could use it here; RFC 7523bis closes this")
                .toBe(NOT_SERVED);
    }

    /** What the endpoint takes instead of the issuer, which today's texts prefer. */
    private static String whatElse(Devices devices, Keyed keyed, Entrance entrance) {
        String own = String.valueOf(keyed.fresh(entrance.endpoint()).claims().get("aud"));
        boolean device = entrance.endpoint() == Endpoint.DEVICE_AUTHORIZATION
                && own.equals(devices.server().deviceAuthorization().toString());
        return device
                ? "only the address of this endpoint itself is taken"
                : "only the address of an endpoint is taken, as older texts have it";
    }

    private static void judgeOtherNames(Judge judge, Keyed keyed, Entrance entrance, String issuer) {
        String consequence = "an assertion that was given to somebody else opens this server";
        judge.expect(
                        "an assertion for another server at " + entrance,
                        keyed.sendInvalid(entrance, good -> good.with("aud", ELSEWHERE)))
                .otherwise(consequence)
                .toBe(NOT_SERVED);
        judge.expect("an assertion for nobody at " + entrance, keyed.sendInvalid(entrance, good -> good.without("aud")))
                .otherwise(consequence)
                .toBe(NOT_SERVED);
        judge.expect(
                        "an assertion for a neighbour of the issuer at " + entrance,
                        keyed.sendInvalid(entrance, good -> good.with("aud", neighbour(issuer))))
                .otherwise(consequence)
                .toBe(NOT_SERVED);
    }

    /** Differs from the issuer in its path alone, and by more than a slash at the end. */
    private static String neighbour(String issuer) {
        return issuer.replaceAll("/+$", "") + (URI.create(issuer).getPath().length() > 1 ? "x" : "/x");
    }
}
