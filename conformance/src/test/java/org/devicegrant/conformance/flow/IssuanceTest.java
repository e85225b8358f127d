package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.devicegrant.conformance.exchange.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A device authorization response as a device reads it. */
class IssuanceTest {
    private static Issuance issued(String members) {
        return new Issuance(Answered.json(200, "{" + members + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "interval":7             | 7         | true
                    "interval":0             | 0         | true
                    "interval":2.9           | 2         | true
                    "interval":-1            | 5         | true
                    "interval":"7"           | 5         | false
                    "other":1                | 5         | false
                    "interval":100000000     | 100000000 | true
                    "interval":1e999999999   | 100000000 | true
                    """)
    void theIntervalIsTheServersOrFiveSeconds(String members, long seconds, boolean announced) {
        assertThat(issued(members).interval()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(issued(members).intervalAnnounced()).isEqualTo(announced);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "expires_in":1           | 1
                    "expires_in":600         | 600
                    "expires_in":1.5         | 1
                    "expires_in":100000001   | 100000000
                    """)
    void theLifetimeIsWhatIsAnnounced(String members, long seconds) {
        assertThat(issued(members).lifetime()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"expires_in\":0", "\"expires_in\":0.9", "\"expires_in\":\"600\"", "\"expires_in\":-3"})
    void aLifetimeThatNobodyCanWaitForIsNone(String members) {
        assertThat(issued(members).lifetimeIfKnown()).isEmpty();
        assertThatThrownBy(() -> issued(members).lifetime()).isInstanceOf(Inconclusive.class);
    }

    @Test
    void codesAreTextsAndNeverShown() {
        Issuance issuance = issued("\"device_code\":\"secret-d\",\"user_code\":\"secret-u\"");

        assertThat(issuance.deviceCode()).isEqualTo("secret-d");
        assertThat(issuance.userCode()).isEqualTo("secret-u");
        assertThat(issuance).hasToString("Issuance of exchange #1");
    }

    @Test
    void addressesAreThoseThatABrowserCanOpen() {
        assertThat(issued("\"verification_uri\":\"https://as.example/device\"").verificationUri())
                .isEqualTo(URI.create("https://as.example/device"));
        assertThat(issued("\"verification_uri_complete\":\"https://as.example/device?c=1\"")
                        .verificationUriComplete())
                .contains(URI.create("https://as.example/device?c=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/device", "mailto:a@b.example", "https:", "a b", ""})
    void otherAddressesAreNone(String address) {
        Issuance issuance =
                issued("\"verification_uri\":\"" + address + "\",\"verification_uri_complete\":\"" + address + "\"");

        assertThatThrownBy(issuance::verificationUri).isInstanceOf(Inconclusive.class);
        assertThat(issuance.verificationUriComplete()).isEmpty();
    }
}
