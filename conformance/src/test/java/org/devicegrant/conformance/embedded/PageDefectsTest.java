package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.devicegrant.conformance.embedded.grant.DecisionRules;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Verdict;
import org.devicegrant.conformance.embedded.page.Entry;
import org.devicegrant.conformance.embedded.page.PageRules.Addressing;
import org.junit.jupiter.api.Test;

/** Shows that misdeeds of the pages take a few lines, too. */
class PageDefectsTest {
    private static Verdict approval(Behaviour behaviour, DeviceGrant grant) {
        return new Verdict(true, behaviour.users().named("alice"), grant.scopes(), Instant.now());
    }

    @Test
    void enteringTheCodeCanApprove() {
        try (Running running = Running.with(b -> b.pages().aroundEntry((entry, next) -> {
            Entry.Outcome outcome = next.apply(entry);
            if (outcome != Entry.Outcome.ACCEPTED || entry.user().isEmpty()) {
                return outcome;
            }
            DeviceGrant grant = entry.grant().orElseThrow();
            return grant.decide(approval(b, grant)) ? Entry.Outcome.APPROVED : outcome;
        }))) {
            Wire.Reply first = running.wire().start();
            Browser browser = new Browser().toDecision(first, "alice");
            assertThat(running.wire().poll(first).error()).isEqualTo("authorization_pending");
            Wire.Reply second = running.wire().start();
            browser.open(second.text("verification_uri")).send("user_code", second.text("user_code"));
            assertThat(browser.text()).contains("Device connected");
            assertThat(running.wire().poll(second).status()).isEqualTo(200);
        }
    }

    @Test
    void lookingAtTheLinkCanKillTheCode() {
        try (Running running = Running.with(b -> b.pages().aroundVisit((entry, next) -> {
            entry.grant().ifPresent(b.grants()::retireUserCode);
            return next.apply(entry);
        }))) {
            Wire.Reply started = running.wire().start();
            new Browser().open(started.text("verification_uri_complete"));
            Browser browser = new Browser().open(started.text("verification_uri"));
            assertThat(browser.send("user_code", started.text("user_code")).text())
                    .contains("This code is wrong");
        }
    }

    @Test
    void userCanBeTakenFromTheForm() {
        try (Running running = Running.with(b -> b.pages()
                .antiForgery(false)
                .addressing(Addressing.USER_CODE)
                .decider((signedIn, form) -> form.value("username").flatMap(b.users()::find)))) {
            Wire.Reply started = running.wire().start();
            HttpRequest.Builder forged = HttpRequest.newBuilder(
                            URI.create(running.server().issuer() + "/device/decision"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            Wire.form("of", started.text("user_code"), "username", "bob", "decision", "approve")));
            Wire.send(forged);
            assertThat(running.wire().poll(started).status()).isEqualTo(200);
        }
    }

    @Test
    void latestCodeCanStandForAllTabs() {
        try (Running running = Running.with(b -> b.pages().addressing(Addressing.LATEST))) {
            Wire.Reply first = running.wire().start();
            Wire.Reply second = running.wire().start();
            Browser browser = new Browser().toDecision(first, "alice");
            String approve = browser.filled("decision", "approve");
            browser.open(second.text("verification_uri")).send("user_code", second.text("user_code"));
            browser.sendRaw(approve);
            assertThat(running.wire().poll(first).error()).isEqualTo("authorization_pending");
            assertThat(running.wire().poll(second).status()).isEqualTo(200);
        }
    }

    @Test
    void deviceCodeCanBeLeftInTheAddress() {
        try (Running running = Running.with(b -> b.pages().addressing(Addressing.DEVICE_CODE))) {
            Wire.Reply started = running.wire().start();
            Browser browser = new Browser().toDecision(started, "alice");
            assertThat(browser.page().uri().toString()).contains("device_code=" + started.text("device_code"));
        }
    }

    @Test
    void refusalCanBeForgotten() {
        try (Running running = Running.with(b -> b.decisions().around(DecisionRules.refusalForgotten()))) {
            Wire.Reply started = running.wire().start();
            assertThat(new Browser().refuse(started, "alice").text()).contains("Access refused");
            assertThat(running.wire().poll(started).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void redemptionCanBeUndone() {
        try (Running running = Running.with(b -> b.decisions().around(DecisionRules.lastOneCounts()))) {
            Wire.Reply started = running.wire().start();
            Browser browser = new Browser().toDecision(started, "alice");
            Browser again = new Browser().toDecision(started, "bob");
            browser.send("decision", "approve");
            assertThat(running.wire().poll(started).status()).isEqualTo(200);
            again.send("decision", "approve");
            assertThat(running.wire().poll(started).status()).isEqualTo(200);
        }
    }
}
