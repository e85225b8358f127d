package org.devicegrant.conformance.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;

/** What a device authorization response says, as a device reads it (RFC 8628 section 3.2). */
public record Issuance(Answer answer) {
    /** Longer than any run waits, and short enough to be added to an instant in nanoseconds. */
    private static final long LONGEST_SECONDS = 100_000_000;

    String deviceCode() {
        return answer.member("device_code").asText();
    }

    String userCode() {
        return answer.member("user_code").asText();
    }

    URI verificationUri() {
        return address(answer.member("verification_uri"))
                .orElseThrow(() -> new Inconclusive(
                        "the device authorization response has no verification_uri that a browser could open",
                        "see 8628-3.2-verification-uri-present and 8628-3.2-verification-uri-absolute"));
    }

    Optional<URI> verificationUriComplete() {
        return address(answer.member("verification_uri_complete"));
    }

    private static Optional<URI> address(JsonNode node) {
        try {
            URI uri = URI.create(node.asText());
            return uri.isAbsolute() && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean intervalAnnounced() {
        return answer.member("interval").isNumber();
    }

    /** The interval to keep: the server's, or five seconds. */
    public Duration interval() {
        JsonNode interval = answer.member("interval");
        return interval.isNumber() && interval.decimalValue().signum() >= 0
                ? seconds(interval)
                : Device.DEFAULT_INTERVAL;
    }

    /** The announced lifetime, if there is one that could be waited for. */
    public Optional<Duration> lifetimeIfKnown() {
        JsonNode lifetime = answer.member("expires_in");
        return lifetime.isNumber() && lifetime.decimalValue().compareTo(BigDecimal.ONE) >= 0
                ? Optional.of(seconds(lifetime))
                : Optional.empty();
    }

    /** Whole seconds; a number beyond all measure is not multiplied out. */
    private static Duration seconds(JsonNode number) {
        BigDecimal seconds = number.decimalValue();
        boolean beyond = seconds.compareTo(BigDecimal.valueOf(LONGEST_SECONDS)) > 0;
        return Duration.ofSeconds(beyond ? LONGEST_SECONDS : seconds.longValue());
    }

    Duration lifetime() {
        return lifetimeIfKnown()
                .orElseThrow(() -> new Inconclusive(
                        "the device authorization response announces no lifetime", "see 8628-3.2-expires-in-present"));
    }

    /** Without codes. */
    @Override
    public String toString() {
        return "Issuance of exchange #" + answer.number();
    }
}
