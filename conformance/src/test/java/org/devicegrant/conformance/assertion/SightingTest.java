package org.devicegrant.conformance.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Answered;
import org.devicegrant.conformance.protocol.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen in several answers, and how values are told without being shown. */
class SightingTest {
    private static Answer tokens(String access, String refresh) {
        return Answered.json(200, "{\"access_token\":\"%s\",\"refresh_token\":%s}".formatted(access, refresh));
    }

    @Test
    void theSameIsToldOnceInOrderOfFirstSight() {
        List<Answer> answers = List.of(Answered.error("a"), Answered.json(200, "{}"), Answered.error("b"));

        List<Sighting<Integer>> sightings = Sighting.of(answers, Answer::status);

        assertThat(sightings).extracting(Sighting::what).containsExactly(400, 200);
        assertThat(sightings.get(0).answers()).containsExactly(answers.get(0), answers.get(2));
    }

    @Test
    void whereIsToldByPurpose() {
        Answer answer = Answered.error("a");

        assertThat(new Sighting<>(1, List.of(answer)).where()).isEqualTo("one answer (poll)");
        assertThat(new Sighting<>(1, List.of(answer, answer)).where()).isEqualTo("2 answers (poll)");
        assertThat(new Sighting<>(1, List.of(answer, Answered.to("b", answer), Answered.to("c", answer))).where())
                .isEqualTo("3 answers (poll, b, c)");
        assertThat(new Sighting<>(
                                1,
                                List.of(
                                        answer,
                                        Answered.to("b", answer),
                                        Answered.to("c", answer),
                                        Answered.to("d", answer)))
                        .where())
                .isEqualTo("4 answers (poll, b, c and others)");
    }

    @Test
    void tokensAreCountedByTheirValues() {
        Answer one = tokens("a", "\"r\"");
        Answer again = tokens("a", "\"s\"");
        Answer other = tokens("b", "7");
        Answer none = Answered.error("invalid_grant");

        assertThat(Tokens.distinctAccessTokens(List.of(one, again, other, none)))
                .isEqualTo(2);
        assertThat(Tokens.distinctRefreshTokens(List.of(one, again, other, none)))
                .isEqualTo(2);
        assertThat(Tokens.withTokens(List.of(one, none, other))).containsExactly(one, other);
        assertThat(Tokens.same(one, again)).isTrue();
        assertThat(Tokens.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":"secret"} | a string          | true  | true  | false
                    {"a":""}       | an empty string   | false | true  | false
                    {"a":7.5}      | 7.5               | false | true  | false
                    {"a":true}     | true              | false | true  | false
                    {"a":null}     | JSON null         | false | false | false
                    {"a":[1]}      | JSON array        | false | true  | false
                    {"a":{}}       | JSON object       | false | true  | false
                    {}             | no such member    | false | false | true
                    """)
    void membersAreToldWithoutTheirTexts(String object, String gist, boolean text, boolean present, boolean absent) {
        var member = Json.parse(object).orElseThrow().path("a");

        assertThat(Members.gist(member)).isEqualTo(gist);
        assertThat(Members.text().matches(member)).isEqualTo(text);
        assertThat(Members.present().matches(member)).isEqualTo(present);
        assertThat(Members.absent().matches(member)).isEqualTo(absent);
    }

    @Test
    void aValueIsAnOutcomeInItsOwnWords() {
        assertThat(Outcome.is(7).words()).isEqualTo("7");
        assertThat(Outcome.is(7).matches(7)).isTrue();
        assertThat(Outcome.is(7).matches(8)).isFalse();
    }
}
