package org.devicegrant.conformance.rfc8707;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.token;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Attributes;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Inconclusive;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.flow.Together;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.user.Users;

/** Tokens for one resource among several. */
class ResourceChecks {
    private static final String RELATIVE = "not/absolute";
    private static final String UNKNOWN = "https://device-grant.invalid/no-such-resource";

    @Check("8707-resource-indicators")
    void aTokenIsForTheResourceThatWasAskedFor(Devices devices, Judge judge, Users users) {
        List<String> resources = devices.target().probes().resources().stream()
                .map(URI::toString)
                .toList();
        if (resources.isEmpty()) {
            throw NotApplicable.missing("resources");
        }
        Answer one = start(devices, resources.subList(0, 1));
        boolean taken = judge.expect("a device authorization request with a resource", one)
                .tolerating(turnedAway(), "the device cannot say at the start what its token is for")
                .otherwise("the server stumbles over resource")
                .toBe(codes());
        if (!taken || !one.codes()) {
            return;
        }
        judgeRepetition(devices, judge, resources);
        boolean heeded = judgeBad(devices, judge, "a relative resource", RELATIVE)
                & judgeBad(devices, judge, "an unknown resource", UNKNOWN);
        List<Supplier<Boolean>> redemptions = List.of(
                () -> redeemedForOne(devices, judge, users, resources),
                () -> redeemedForAnother(devices, judge, users, resources, heeded));

        Together.all(redemptions);
    }

    private static Answer start(Devices devices, List<String> resources) {
        var request = devices.request();
        for (String resource : resources) {
            request = request.with("resource", resource);
        }
        return devices.send(request);
    }

    private static Device started(Devices devices, List<String> resources) {
        return devices.device(devices.main(), start(devices, resources));
    }

    private static void judgeRepetition(Devices devices, Judge judge, List<String> resources) {
        if (resources.size() > 1) {
            judge.expect("a device authorization request with two resources", start(devices, resources))
                    .tolerating(error(ErrorCodes.INVALID_TARGET), "the server grants one resource at a time")
                    .otherwise("resource may be repeated, unlike other parameters")
                    .toBe(codes());
        }
    }

    /** @return whether the server looks at the parameter there */
    private static boolean judgeBad(Devices devices, Judge judge, String what, String resource) {
        Answer answer = start(devices, List.of(resource));
        judge.expect("a device authorization request with " + what, answer)
                .tolerating(codes(), "resource is ignored there")
                .tolerating(turnedAway(), "invalid_target is the defined code")
                .otherwise("a mistyped resource brings the server down")
                .toBe(error(ErrorCodes.INVALID_TARGET));
        return !answer.codes();
    }

    private static boolean redeemedForOne(Devices devices, Judge judge, Users users, List<String> resources) {
        String first = resources.get(0);
        Device device = users.decide(() -> started(devices, resources.subList(0, 1)), Decision.APPROVE);
        Answer answer = device.spacedPoll(poll -> poll.with("resource", first));
        judge.expect("a poll with the resource that was asked for at first", answer)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .otherwise("the device gets no token for its resource")
                .toBe(token());
        return !answer.tokens()
                || judge.expect("the audience of the token", audience(devices, answer), ResourceChecks::words, answer)
                        .tolerating(
                                Outcome.of("another audience", audience -> true),
                                "the token is good for more than the resource, or for another one")
                        .toBe(Outcome.of("the resource alone", audience -> audience.equals(List.of(first))));
    }

    private static boolean redeemedForAnother(
            Devices devices, Judge judge, Users users, List<String> resources, boolean heeded) {
        if (resources.size() < 2) {
            return true;
        }
        String other = resources.get(1);
        Device device = users.decide(() -> started(devices, resources.subList(0, 1)), Decision.APPROVE);
        Answer answer = device.spacedPoll(poll -> poll.with("resource", other));
        boolean widened = answer.tokens() && audience(devices, answer).contains(other);
        return judge.expect("a poll with a resource that was not asked for at first", answer)
                .learningNothingFrom(endOf(device), "the code ended before that")
                .tolerating(
                        Outcome.of("a token", a -> widened && !heeded),
                        "the resource counts at the token endpoint only")
                .tolerating(turnedAway(), "invalid_target is the defined code")
                .otherwise("the device helps itself to a resource that the user was not asked about")
                .toBe(error(ErrorCodes.INVALID_TARGET), Outcome.of("a token without it", a -> a.tokens() && !widened));
    }

    private static List<String> audience(Devices devices, Answer answer) {
        return devices.oracle()
                .attributes(answer.member("access_token").asText())
                .map(Attributes::audience)
                .orElseThrow(() -> new Inconclusive(
                        "nothing tells whom the token is for",
                        "give clients.introspection with endpoints.introspection"));
    }

    private static String words(List<String> audience) {
        return audience.isEmpty() ? "none" : String.join(", ", audience);
    }
}
