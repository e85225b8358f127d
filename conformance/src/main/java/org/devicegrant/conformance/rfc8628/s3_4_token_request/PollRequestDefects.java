package org.devicegrant.conformance.rfc8628.s3_4_token_request;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;

/** Polls that lack something, or hold something else, and are answered all the same. */
public final class PollRequestDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "takesAnyGrantTypeThatEndsLikeTheRightOne",
                        "Only the end of grant_type is compared",
                        Set.of("8628-3.4-grant-type-exact"),
                        "A poll with an unknown grant type: expected unsupported_grant_type, got 400 authorization_pending*",
                        b -> b.parsing().around((request, next) -> completed(next.apply(request)))),
                new Defect(
                        "takesAMissingGrantTypeForThisOne",
                        "A poll without grant_type is taken for one of the device grant",
                        Set.of("8628-3.4-grant-type-exact"),
                        "A poll without grant_type: expected invalid_request, got 400 authorization_pending*",
                        b -> b.parsing().around((request, next) -> supplied(next.apply(request)))),
                new Defect(
                        "findsASessionForAnEmptyCode",
                        "A poll with an empty device_code is answered authorization_pending",
                        Set.of("8628-3.4-missing-device-code"),
                        "A poll with an empty device_code: expected invalid_request, got 400 authorization_pending*",
                        b -> b.onToken((request, answer) -> request.text().matches(".*device_code=(&.*)?")
                                ? answer.set("error", "authorization_pending")
                                : answer)),
                new Defect(
                        "callsAMissingCodeAnInvalidGrant",
                        "A poll without device_code is answered invalid_grant",
                        Set.of("8628-3.4-missing-device-code"),
                        "A poll without device_code: expected invalid_request, got 400 invalid_grant*",
                        b -> b.onToken(PollRequestDefects::calledAnInvalidGrant)),
                new Defect(
                        "infersTheClientFromTheCode",
                        "A poll without client_id counts as one of the client that the code was issued to",
                        Set.of("8628-3.4-missing-client-id-token"),
                        "A poll without client_id: expected 400 invalid_request*, got 400 authorization_pending*",
                        b -> b.authentication().around((attempt, next) -> ofTheCode(b, attempt, next))),
                new Defect(
                        "keepsUnknownCodesPending",
                        "Unknown codes are answered authorization_pending so that none can be found out",
                        Set.of("8628-3.4-unknown-device-code"),
                        "A poll with a random code: expected invalid_grant, got 400 authorization_pending*",
                        b -> b.onToken((request, answer) -> answer.hasError("invalid_grant")
                                ? answer.set("error", "authorization_pending")
                                : answer)),
                new Defect(
                        "blamesTheUserForUnknownCodes",
                        "Unknown codes are answered access_denied",
                        Set.of("8628-3.4-unknown-device-code"),
                        "A poll with a random code: expected invalid_grant, got 400 access_denied*",
                        b -> b.onToken((request, answer) ->
                                answer.hasError("invalid_grant") ? answer.set("error", "access_denied") : answer)));
    }

    private static Answer calledAnInvalidGrant(Request request, Answer answer) {
        boolean codeless = Client.DEVICE_GRANT.equals(request.form().text("grant_type"))
                && !request.text().contains("device_code=");
        return codeless && answer.hasError("invalid_request") ? answer.set("error", "invalid_grant") : answer;
    }

    private static Form completed(Form form) {
        return form.text("grant_type").endsWith("device_code") ? form.with("grant_type", Client.DEVICE_GRANT) : form;
    }

    private static Form supplied(Form form) {
        return form.has("grant_type") || !form.has("device_code") ? form : form.with("grant_type", Client.DEVICE_GRANT);
    }

    private static Client ofTheCode(Behaviour behaviour, Attempt attempt, Function<Attempt, Client> next) {
        return behaviour
                .grants()
                .byDeviceCode(attempt.form().text("device_code"))
                .filter(grant -> !attempt.form().has("client_id")
                        && attempt.request().header("Authorization").isEmpty())
                .map(DeviceGrant::client)
                .orElseGet(() -> next.apply(attempt));
    }
}
