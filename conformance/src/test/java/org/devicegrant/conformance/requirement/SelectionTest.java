package org.devicegrant.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void includesByIdGlobAndGroup() {
        assertThat(ids(List.of("8628-3.2-not-late", "8628-4-*", "transport"), List.of(), Profile.ALL))
                .containsExactly(
                        "8628-3.2-not-late",
                        "8628-4-device-endpoint-advertised",
                        "8628-4-grant-type-advertised",
                        "8628-3.1-tls-only",
                        "bcp195-tls-version-and-certificate",
                        "9700-2.6-cors");
    }

    @Test
    void excludesAfterIncluding() {
        assertThat(ids(List.of("transport"), List.of("*tls*"), Profile.ALL)).containsExactly("9700-2.6-cors");
    }

    @Test
    void startsFromTheProfile() {
        assertThat(ids(List.of("extension"), List.of(), Profile.CORE)).isEmpty();
        assertThat(ids(List.of("8628-4-?evice*"), List.of(), Profile.CORE))
                .containsExactly("8628-4-device-endpoint-advertised");
    }

    @Test
    void namesTheNearestForAPatternThatMatchesNothing() {
        assertThatThrownBy(() -> ids(List.of("8628-3.2-not-lat"), List.of(), Profile.ALL))
                .hasMessageContaining("did you mean 8628-3.2-not-late?");
        assertThatThrownBy(() -> ids(List.of(), List.of("respons-fields"), Profile.ALL))
                .hasMessageContaining("did you mean response-fields?");
        assertThatThrownBy(() -> ids(List.of("zzz*"), List.of(), Profile.ALL))
                .hasMessageContaining("list requirements");
    }

    @Test
    void treatsOtherCharactersAsThemselves() {
        assertThatThrownBy(() -> ids(List.of("8628-3x2-not-late"), List.of(), Profile.ALL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ids(List.of("(.*)"), List.of(), Profile.ALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> ids(List<String> include, List<String> exclude, Profile profile) {
        return new Selection(include, exclude, profile)
                .from(CATALOGUE).stream().map(Requirement::id).toList();
    }
}
