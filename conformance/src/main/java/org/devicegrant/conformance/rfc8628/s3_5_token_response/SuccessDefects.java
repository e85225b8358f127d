package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.embedded.grant.DeviceGrant.State.APPROVED;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers on which an approval does not become a token that works. */
public final class SuccessDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("8628-3.5-success-after-approval");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "keepsApprovalsToItself",
                        "Stores the approval, but goes on answering authorization_pending.",
                        FLAGGED,
                        "A spaced poll after the approval, or the second one: expected 200 with an access token,"
                                + " got 400 authorization_pending*",
                        server -> server.polling()
                                .around((poll, next) -> poll.grant().is(APPROVED)
                                        ? Refusal.of("authorization_pending", "Please wait")
                                                .answer(true)
                                        : next.apply(poll))),
                new Defect(
                        "answersTokensAsCreated",
                        "Answers 201 with the token.",
                        FLAGGED,
                        "*expected 200 with an access token, got 201 with a token*",
                        server -> server.tokens().onAnswer((issue, answer) -> answer.status(201))),
                new Defect(
                        "issuesEmptyTokens",
                        "Answers an empty access_token.",
                        FLAGGED,
                        "Access_token: expected a string that fits into an Authorization header, got an empty string*",
                        server -> server.tokens().onAnswer((issue, answer) -> answer.set("access_token", ""))));
    }
}
