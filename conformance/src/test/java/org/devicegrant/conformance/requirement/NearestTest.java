package org.devicegrant.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("client_id", "client_secret", "scope", "token", "issuer");

    @ParameterizedTest
    @CsvSource({
        "clientId,client_id",
        "client-id,client_id",
        "CLIENT_ID,client_id",
        "clientsecret,client_secret",
        "isuer,issuer",
        "scoep,scope",
        "tokens,token"
    })
    void findsTheWordThatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "''", "authorization"})
    void findsNothingWhereNothingIsClose(String written) {
        assertThat(Nearest.to(written, WORDS)).isEmpty();
    }
}
