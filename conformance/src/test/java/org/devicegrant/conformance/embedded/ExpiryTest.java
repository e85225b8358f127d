package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    @Test
    void codeIsPendingUntilTheEndAndThenExpired() {
        try (Running running = Running.conforming()) {
            Wire.Reply started = running.wire().start();
            running.skipSeconds(595);
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
            running.skipSeconds(5);
            assertThat(running.wire().poll(started).error()).isEqualTo("expired_token");
            assertThat(running.wire().poll(started).error()).isEqualTo("expired_token");
            running.skipSeconds(65);
            assertThat(running.wire().poll(started).error()).isEqualTo("invalid_grant");
            assertThat(running.server().behaviour().grants().size()).isZero();
        }
    }

    @Test
    void approvedCodeExpiresToo() {
        try (Running running = Running.conforming()) {
            Wire.Reply started = running.approved();
            running.skipSeconds(601);
            assertThat(running.wire().poll(started).error()).isEqualTo("expired_token");
        }
    }

    @Test
    void expiredUserCodeIsRefusedByBothWays() {
        try (Running running = Running.conforming()) {
            Wire.Reply started = running.wire().start();
            running.skipSeconds(601);
            Browser typing = new Browser().open(started.text("verification_uri"));
            assertThat(typing.send("user_code", started.text("user_code")).text())
                    .contains("This code has expired");
            assertThat(new Browser()
                            .open(started.text("verification_uri_complete"))
                            .text())
                    .contains("This code has expired");
        }
    }

    @Test
    void decisionAfterTheEndHasNoEffect() {
        try (Running running = Running.conforming()) {
            Wire.Reply started = running.wire().start();
            Browser browser = new Browser().toDecision(started, "alice");
            running.skipSeconds(601);
            assertThat(browser.send("decision", "approve").text()).contains("Request expired");
            assertThat(running.wire().poll(started).error()).isEqualTo("expired_token");
        }
    }

    @Test
    void newCodesSweepOutDeadOnes() {
        try (Running running = Running.conforming()) {
            running.wire().start();
            running.wire().start();
            running.skipSeconds(700);
            running.wire().start();
            assertThat(running.server().behaviour().grants().size()).isEqualTo(1);
        }
    }

    @Test
    void expiryInThePendingBranchOnlyLetsOldApprovalsThrough() {
        Expiry expiry = Expiry.onlyWhile(DeviceGrant.State.PENDING);
        try (Running running = Running.with(b -> b.codes().expiry(expiry))) {
            Wire.Reply started = running.approved();
            running.skipSeconds(1200);
            assertThat(running.wire().poll(started).status()).isEqualTo(200);
        }
    }

    @Test
    void pollsMayKeepACodeAlive() {
        Expiry expiry = Expiry.extendedByPolls(Duration.ofMinutes(10));
        try (Running running = Running.with(b -> b.codes().expiry(expiry))) {
            Wire.Reply started = running.wire().start();
            for (int i = 0; i < 3; i++) {
                running.skipSeconds(500);
                assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
            }
        }
    }

    @Test
    void separateWindowCountsFromTheApproval() {
        Expiry expiry = Expiry.separateWindow(Duration.ofSeconds(100));
        try (Running running = Running.with(b -> b.codes().expiry(expiry))) {
            Wire.Reply early = running.approved();
            running.skipSeconds(90);
            assertThat(running.wire().poll(early).status()).isEqualTo(200);
            Wire.Reply late = running.approved();
            running.skipSeconds(110);
            assertThat(running.wire().poll(late).error()).isEqualTo("expired_token");
        }
    }

    @Test
    void userCodeMayDieFirst() {
        try (Running running = Running.with(b -> b.codes().expiry(Expiry.userCodeAfter(0.5)))) {
            Wire.Reply started = running.wire().start();
            running.skipSeconds(310);
            Browser browser = new Browser().open(started.text("verification_uri_complete"));
            assertThat(browser.text()).contains("This code has expired");
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
        }
    }
}
