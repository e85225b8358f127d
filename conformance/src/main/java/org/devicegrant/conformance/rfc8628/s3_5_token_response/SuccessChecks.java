package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.assertion.Answers.endOf;
import static org.devicegrant.conformance.assertion.Answers.pending;

import com.fasterxml.jackson.databind.JsonNode;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;

/** What the device gets once its user has approved. */
class SuccessChecks {
    private static final Outcome<Answer> TOKEN =
            Outcome.of("200 with an access token", a -> a.status() == 200 && a.tokens());
    private static final Outcome<JsonNode> VISIBLE_ASCII = Outcome.of(
            "a non-empty string of visible ASCII",
            n -> n.isTextual() && n.textValue().matches("[\\x20-\\x7e]+"));
    private static final Outcome<JsonNode> BEARER = Outcome.of(
            "a string that fits into an Authorization header",
            n -> n.isTextual() && n.textValue().matches("[A-Za-z0-9._~+/-]+=*"));

    @Check("8628-3.5-success-after-approval")
    void theNextSpacedPollAfterTheApprovalYieldsAToken(Judge judge, Grants grants) {
        Grants.Redeemed redeemed = grants.redeemed();

        boolean token = judge.expect("a spaced poll after the approval, or the second one", redeemed.answer())
                .learningNothingFrom(endOf(redeemed.device()), "the code ended while the user was approving")
                .otherwise("the device never learns that its user has approved")
                .toBe(TOKEN);
        if (token) {
            judge.expect(
                            "the first spaced poll after the approval",
                            redeemed.polls().get(0))
                    .tolerating(pending(), "the approval reaches the token endpoint late")
                    .toBe(TOKEN);
            judgeAccessToken(judge, redeemed.answer());
        }
    }

    private static void judgeAccessToken(Judge judge, Answer answer) {
        boolean bearer = "bearer".equalsIgnoreCase(answer.member("token_type").asText());
        judge.expect("access_token", answer.member("access_token"), Members::gist, answer)
                .tolerating(VISIBLE_ASCII, "it holds characters that RFC 6750 leaves out of an Authorization header")
                .otherwise("no resource can be asked with it")
                .toBe(bearer ? BEARER : VISIBLE_ASCII);
    }
}
