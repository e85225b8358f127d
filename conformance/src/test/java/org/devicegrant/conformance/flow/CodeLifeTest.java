package org.devicegrant.conformance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a code may be dead, and what counts then. */
class CodeLifeTest {
    private ToldServer told;

    @BeforeEach
    void begin() throws IOException {
        told = new ToldServer();
    }

    @AfterEach
    void end() {
        told.close();
    }

    @Test
    void expiryIsProvenFromTheReceptionAndDeniedFromTheSending() {
        Device device = told.device();

        assertThat(device.waitUntilBeforeExpiry(Duration.ofSeconds(3))).isSameAs(device);
        assertThat(device.waitPastExpiry(Duration.ofSeconds(4))).isSameAs(device);
        assertThat(device.pause(Duration.ofSeconds(1))).isSameAs(device);

        assertThat(told.clock.waitsInMillis()).containsExactly(58_000L, 66_000L, 67_000L);
        assertThat(device.issuedNotBefore()).isEqualTo(1_000_000_000L);
        assertThat(device.issuedNotAfter()).isEqualTo(2_000_000_000L);
    }

    @Test
    void whatSpeaksOfADeadCodeDoesNotCountWhenTheCodeMayBeDead() {
        told.answers("invalid_grant", "invalid_grant");
        Device device = told.device();

        told.clock.pass(Duration.ofMillis(57_999));
        assertThat(device.poll().terminal()).isTrue();
        told.clock.pass(Duration.ofMillis(2));

        assertThat(device.life().tooLateToAsk()).isTrue();
        assertThatThrownBy(device::poll).isInstanceOf(TooLate.class).hasMessageContaining("(60 s)");
    }

    @Test
    void aRefusalCountsWheneverItComes() {
        told.answers("access_denied", "authorization_pending");
        Device device = told.device();
        told.clock.pass(Duration.ofMinutes(3));

        assertThat(device.poll().error()).isEqualTo("access_denied");
        assertThat(device.poll().pending()).isTrue();
    }

    @Test
    void whoeverAsksForTheEndGetsItsAnswers() {
        told.answers("expired_token", "expired_token");
        Device waited = told.device();
        waited.waitPastExpiry(Duration.ofSeconds(1));
        Device outliving = told.device().outliving();
        told.clock.pass(Duration.ofMinutes(3));

        assertThat(waited.poll().error()).isEqualTo("expired_token");
        assertThat(outliving.poll().error()).isEqualTo("expired_token");
        assertThat(outliving.life().tooLateToAsk()).isFalse();
    }

    @Test
    void withoutALifetimeNothingIsTooLate() {
        told.answers("invalid_grant");
        Device device = told.device("{\"device_code\":\"dc\",\"user_code\":\"uc\"}");
        told.clock.pass(Duration.ofDays(1));

        assertThat(device.poll().terminal()).isTrue();
        assertThat(device.life().mayBeOverAt(Answered.error("x"))).isFalse();
        assertThat(device.interval()).isEqualTo(Device.DEFAULT_INTERVAL);
    }

    @Test
    void theEndIsNearASecondEarlyForServersThatCountWholeOnes() {
        Device device = told.device();
        Answer before = Answered.between(1, 0, 59_999_999_999L, Answered.error("expired_token"));
        Answer at = Answered.between(1, 0, 60_000_000_000L, Answered.error("expired_token"));

        assertThat(device.life().mayBeOverAt(before)).isFalse();
        assertThat(device.life().mayBeOverAt(at)).isTrue();
        assertThat(device.life().mayHaveExpiredBefore(before)).isFalse();
        assertThat(device.life().mayHaveExpiredBefore(at)).isTrue();
        assertThat(device.life().leftAtLeast()).isEqualTo(Duration.ofSeconds(59));
    }
}
