package org.devicegrant.conformance.rfc6749.s8_5_error_registry;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.protocol.GrantTypes;

/** Error codes of a server's own. */
@Passive
class RegisteredCodeChecks {
    /** Names that servers have given to the four situations of RFC 8628 section 3.5. */
    private static final Pattern OF_THE_FOUR =
            Pattern.compile("(?i).*(pending|slow|wait|declin|denied|deny|reject|cancel|expir|verification).*");

    /** An error code, and whether it stands where RFC 8628 section 3.5 defines one. */
    private record Seen(String gist, boolean registered, boolean instead) {}

    @Check("6749-8.5-registered-error-codes")
    void onlyRegisteredErrorCodesAreUsed(Judge judge, Transcript transcript) {
        Set<String> issued = transcript.answers(Endpoint.DEVICE_AUTHORIZATION).stream()
                .filter(Answer::codes)
                .map(a -> a.member("device_code").asText())
                .collect(Collectors.toSet());
        List<Answer> errors = transcript.grantAnswers().stream()
                .filter(a -> a.error() != null)
                .toList();

        for (Sighting<Seen> sighting : Sighting.of(errors, a -> seen(a, issued))) {
            judge.expect("the error code", sighting, Seen::gist)
                    .tolerating(
                            Outcome.of("a private code", seen -> !seen.instead()),
                            "clients know registered codes only; details belong into error_description")
                    .otherwise("RFC 8628 defines a code for this, and devices wait for that one")
                    .toBe(Outcome.of("a registered code", Seen::registered));
        }
    }

    private static Seen seen(Answer answer, Set<String> issued) {
        String code = String.valueOf(answer.error());
        boolean registered = ErrorCodes.REGISTERED.contains(code);
        boolean instead = OF_THE_FOUR.matcher(code).matches() && polls(answer, issued);
        return new Seen(registered ? "a registered code" : answer.gist(), registered, instead);
    }

    private static boolean polls(Answer answer, Set<String> issued) {
        Form form = answer.request().parameters().orElse(Form.empty());
        return answer.request().endpoint() == Endpoint.TOKEN
                && GrantTypes.DEVICE_CODE.equals(form.value("grant_type"))
                && issued.contains(String.valueOf(form.value("device_code")));
    }
}
