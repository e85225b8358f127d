package org.devicegrant.conformance.rfc6749.s8_5_error_registry;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;

/** Error codes of a server's own. */
public final class RegistryDefects implements DefectSource {
    private static final Set<String> ORDINARY = Set.of(
            "invalid_request", "invalid_grant", "invalid_scope", "unauthorized_client", "unsupported_grant_type");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "callsAPendingRequestByItsOwnName",
                        "A pending request is answered with a private code",
                        Set.of("6749-8.5-registered-error-codes"),
                        "*expected *, got 400 authorization_wait*",
                        b -> b.onToken((request, answer) -> answer.hasError("authorization_pending")
                                ? answer.set("error", "authorization_wait")
                                : answer)),
                new Defect(
                                "refusesInItsOwnWords",
                                "Whatever is wrong with a request is answered with one private code",
                                Set.of(
                                        "6749-8.5-registered-error-codes",
                                        "8628-3.1-repeated-parameters",
                                        "8628-3.4-grant-type-exact",
                                        "8628-3.4-missing-client-id-token",
                                        "8628-3.4-missing-device-code",
                                        "8628-3.4-unknown-device-code",
                                        "6749-2.3.1-secret-not-from-query",
                                        "6749-3.2.1-client-id-mismatch",
                                        "6749-3.3-invalid-scope-device",
                                        "6749-5.2-multiple-auth-methods",
                                        "6749-5.2-unauthorized-client"),
                                "*got 400 refused*: *",
                                b -> b.onDevice(RegistryDefects::inOneWord).onToken(RegistryDefects::inOneWord))
                        .onlyWarnedAbout());
    }

    private static Answer inOneWord(Request request, Answer answer) {
        return ORDINARY.contains(answer.textOf("error").orElse("")) ? answer.set("error", "refused") : answer;
    }
}
