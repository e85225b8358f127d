package org.devicegrant.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    void wordsAreTakenOnceInTheirOrder() {
        assertThat(Scopes.of("b  a b ")).containsExactly("b", "a");
        assertThat(Scopes.of("")).isEmpty();
    }

    @Test
    void membersAreTextsOrLists() {
        assertThat(Scopes.of(Json.parse("\"b a\"").orElseThrow()).orElseThrow()).containsExactly("b", "a");
        assertThat(Scopes.of(Json.parse("[\"b\",\"a\"]").orElseThrow()).orElseThrow())
                .containsExactly("b", "a");
        assertThat(Scopes.of(Json.parse("7").orElseThrow())).isEmpty();
    }

    @Test
    void whatIsNoAccessIsLeftOut() {
        Set<String> scope = Scopes.of("openid offline_access email https://api.example/read write");

        assertThat(Scopes.withoutTechnical(scope)).containsExactly("email", "https://api.example/read", "write");
        assertThat(Scopes.asInToken(scope)).containsExactly("read", "write");
    }

    @Test
    void isToldInWords() {
        assertThat(Scopes.inWords(Scopes.of("a b"))).isEqualTo("scope \"a b\"");
        assertThat(Scopes.inWords(Set.of())).isEqualTo("no scope");
    }
}
