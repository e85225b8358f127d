package org.devicegrant.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of RFC 9110 section 11. */
class ChallengeTest {
    private static List<Challenge> parsed(String... values) {
        return Challenge.parse(List.of(values)).orElseThrow();
    }

    @Test
    void oneFieldMayHoldSeveralChallenges() {
        assertThat(parsed("Basic realm=\"a, b\", charset=\"UTF-8\", Bearer error=invalid_token , DPoP"))
                .containsExactly(
                        new Challenge("basic", Map.of("realm", "a, b", "charset", "UTF-8")),
                        new Challenge("bearer", Map.of("error", "invalid_token")),
                        new Challenge("dpop", Map.of()));
    }

    @Test
    void severalFieldsAreReadInTheirOrder() {
        assertThat(parsed("Basic realm=x", "Bearer"))
                .extracting(Challenge::scheme)
                .containsExactly("basic", "bearer");
    }

    @Test
    void escapesBetweenQuotesAreUndone() {
        assertThat(parsed("Basic realm=\"say \\\"hi\\\" \\\\\""))
                .containsExactly(new Challenge("basic", Map.of("realm", "say \"hi\" \\")));
    }

    @Test
    void aBareTokenIsNoParameter() {
        assertThat(parsed("Negotiate abc/+d==, Basic realm=x"))
                .containsExactly(new Challenge("negotiate", Map.of()), new Challenge("basic", Map.of("realm", "x")));
    }

    @Test
    void namesHaveNoCaseAndBlanksDoNoHarm() {
        assertThat(parsed("  BASIC   Realm = \"x\" ,, ")).containsExactly(new Challenge("basic", Map.of("realm", "x")));
        assertThat(parsed("BASIC")).allMatch(challenge -> challenge.is("Basic") && !challenge.is("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic realm=\"open",
                "Basic realm=\"x\" charset=\"y\"",
                ", Basic",
                "\"Basic\"",
                "Basic realm=x;y",
                "Bäsic"
            })
    void whatIsMalformedIsNoChallenge(String value) {
        assertThat(Challenge.parse(List.of(value))).isEmpty();
        assertThat(Challenge.parse(List.of("Basic", value))).isEmpty();
    }

    @Test
    void nothingIsNoChallenge() {
        assertThat(Challenge.parse(List.of())).isEmpty();
        assertThat(Challenge.parse(List.of("  "))).isEmpty();
    }
}
