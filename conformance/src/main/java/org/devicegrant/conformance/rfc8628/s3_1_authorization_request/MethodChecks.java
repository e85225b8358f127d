package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.noServerError;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.status;

import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;

/** Other methods than POST. */
class MethodChecks {
    private static final String IN_LOGS = "codes and tokens end up in logs, histories and link previews";
    private static final String NO_ALLOW = "a 405 names the methods that work in Allow (RFC 9110 section 15.5.6)";
    /** A server may show a page of its own on the same address. */
    private static final Outcome<Answer> NOTHING_DONE = Outcome.of(
            "a refusal or a page",
            a -> noServerError().matches(a) && !a.codes() && !a.tokens() && !a.pending() && !lacksAllow(a));

    @Check("8628-3.1-get-not-processed")
    void onlyPostStartsOrRedeems(Devices devices, Judge judge, Grants grants) {
        for (Request request : java.util.List.of(
                inQuery(devices.request()),
                inQuery(devices.request()).withMethod("HEAD"),
                devices.request().withMethod("PUT"))) {
            expectNothingDone(judge, request.method() + " at the device authorization endpoint", devices.send(request));
        }

        Device device = devices.start();
        Answer byGet = device.send(inQuery(device.pollRequest()));
        expectNothingDone(judge, "a GET at the token endpoint with a pending code", byGet);
        judge.expect("a poll after the GET", device.poll())
                .otherwise("the GET has used up the code")
                .toBe(pending());
        if (byGet.pending()) {
            Device approved = grants.approved();
            expectNothingDone(
                    judge,
                    "a GET at the token endpoint with an approved code",
                    approved.send(inQuery(approved.pollRequest())));
        }
    }

    private static Request inQuery(Request request) {
        return request.withMethod("GET").withQuery(request.form()).withForm(Form.empty());
    }

    private static void expectNothingDone(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(status(405), NO_ALLOW)
                .tolerating(pending(), "it looks processed; " + IN_LOGS)
                .otherwise(IN_LOGS)
                .toBe(NOTHING_DONE);
    }

    private static boolean lacksAllow(Answer answer) {
        return answer.status() == 405 && answer.header("Allow") == null;
    }
}
