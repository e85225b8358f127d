package org.devicegrant.conformance.interop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Sighting;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Passive;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Transcript;

/** Members without a value. */
@Passive
class EmptyMemberChecks {
    private static final List<String> OPTIONAL = List.of(
            "interval",
            "verification_uri_complete",
            "refresh_token",
            "scope",
            "error_description",
            "error_uri",
            "id_token");

    @Check("oauth21-json-no-null-members")
    void optionalMembersWithoutAValueAreLeftOut(Judge judge, Transcript transcript) {
        for (Sighting<String> sighting : Sighting.of(transcript.grantAnswers(), EmptyMemberChecks::empties)) {
            judge.expect("optional members", sighting, Function.identity())
                    .otherwise("many clients fail on a null or take an empty text for a value")
                    .toBe(Outcome.of("a value or no such member", String::isEmpty));
        }
    }

    private static String empties(Answer answer) {
        return OPTIONAL.stream()
                .filter(name -> empty(name, answer.member(name)))
                .map(name -> name + (answer.member(name).isNull() ? " null" : " empty"))
                .collect(Collectors.joining(", "));
    }

    /** An empty scope is the only way for some servers to say that nothing was granted. */
    private static boolean empty(String name, JsonNode node) {
        return node.isNull() || (node.isTextual() && node.textValue().isEmpty() && !name.equals("scope"));
    }
}
