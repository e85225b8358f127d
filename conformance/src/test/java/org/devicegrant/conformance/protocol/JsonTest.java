package org.devicegrant.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{", "{} {}", "{}x", "{'a':1}", "nul"})
    void onlyOneWholeValueIsJson(String text) {
        assertThat(Json.parse(text)).isEmpty();
    }

    @Test
    void valuesAreReadAsTheyStand() {
        assertThat(Json.parse("{\"a\":[1,null]}").orElseThrow().at("/a/0").asInt())
                .isEqualTo(1);
        assertThat(Json.parse("0.1").orElseThrow().decimalValue()).isEqualTo(new BigDecimal("0.1"));
        assertThat(Json.parse(" null ").orElseThrow().isNull()).isTrue();
    }

    @Test
    void depthIsBounded() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200))).isPresent();
        assertThat(Json.parse("[".repeat(201) + "]".repeat(201))).isEmpty();
    }

    @Test
    void problemsAreNamedWithoutTheText() {
        assertThat(Json.problem("{\"a\":1}")).isNull();
        assertThat(Json.problem("{\"a\":1,\"a\":2}")).startsWith("Duplicate field 'a'");
        assertThat(Json.problem("{\"secret\"")).isEqualTo("not well-formed JSON");
    }

    @Test
    void repeatedMembersAreThoseOfTheOutermostObject() {
        assertThat(Json.repeatedMembers("{\"b\":1,\"a\":{\"c\":1,\"c\":2},\"b\":[{}],\"a\":0,\"d\":1}"))
                .containsExactly("a", "b");
        assertThat(Json.repeatedMembers("{\"a\":1,\"a\":2,")).containsExactly("a");
        assertThat(Json.repeatedMembers("[1]")).isEmpty();
        assertThat(Json.repeatedMembers("")).isEmpty();
    }
}
