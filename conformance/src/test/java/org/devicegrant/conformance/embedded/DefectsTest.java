package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.junit.jupiter.api.Test;

/** Shows that even odd misdeeds take a few lines. */
class DefectsTest {
    private static Running with(Consumer<Behaviour> install) {
        return Running.with(new Defect("sample", "A sample.", Set.of("x"), "*", install)::installInto);
    }

    @Test
    void namesAreHeldToTheirForm() {
        assertThatThrownBy(() -> new Defect("Not A Name", "m", Set.of("x"), "*", b -> {}))
                .hasMessageContaining("Not A Name");
        assertThatThrownBy(() -> new Defect("flaggedByNobody", "m", Set.of(), "*", b -> {}))
                .hasMessageContaining("flaggedByNobody");
        assertThatThrownBy(() -> new Variant("not a name", "m", b -> {})).hasMessageContaining("not a name");
    }

    @Test
    void answersCanBeEdited() {
        try (Running running =
                with(b -> b.onDevice((request, answer) -> answer.status(201).rename("device_code", "deviceCode"))
                        .onToken((request, answer) ->
                                answer.isSuccess() ? answer : answer.header("Content-Type", "text/plain")))) {
            Wire.Reply started = running.wire().start();
            assertThat(started.status()).isEqualTo(201);
            assertThat(started.text("deviceCode")).hasSize(43);
            Wire.Reply poll = running.wire().poll("tv-public", started.text("deviceCode"));
            assertThat(poll.raw().headers().firstValue("Content-Type")).contains("text/plain");
        }
    }

    @Test
    void answersCanBeCached() {
        Map<String, Answer> cache = new ConcurrentHashMap<>();
        try (Running running = with(b -> b.around(
                Endpoint.DEVICE_AUTHORIZATION,
                (request, next) -> cache.computeIfAbsent(request.text(), unused -> next.apply(request))))) {
            assertThat(running.wire().start().text("user_code"))
                    .isEqualTo(running.wire().start().text("user_code"));
        }
    }

    @Test
    void otherMethodsCanBeServed() {
        try (Running running =
                with(b -> b.around(Endpoint.DEVICE_AUTHORIZATION, (request, next) -> next.apply(asPost(request))))) {
            assertThat(running.wire()
                            .get("/device_authorization?client_id=tv-public")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Request asPost(Request request) {
        return request.isGet()
                ? request.withMethod("POST")
                        .withBody(request.query().orElse(""))
                        .withHeader("Content-Type", "application/x-www-form-urlencoded")
                : request;
    }

    @Test
    void thirdFastPollCanRevoke() {
        try (Running running = with(b -> b.polling().around((poll, next) -> {
            Answer answer = next.apply(poll);
            if (answer.hasError("slow_down") && poll.grant().slowDowns() >= 3) {
                b.grants().forget(poll.grant());
            }
            return answer;
        }))) {
            Wire.Reply started = running.wire().start();
            for (int i = 0; i < 4; i++) {
                running.wire().poll(started);
            }
            assertThat(running.wire().poll(started).error()).isEqualTo("invalid_grant");
        }
    }

    @Test
    void oldStateCanBeWrittenBack() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        CountDownLatch decided = new CountDownLatch(1);
        try (Running running = with(b -> b.polling().around((poll, next) -> {
            DeviceGrant.State before = poll.grant().state();
            Answer answer = next.apply(poll);
            loaded.countDown();
            assertThat(opens(decided)).isTrue();
            poll.grant().forceState(before);
            return answer;
        }))) {
            Wire.Reply started = running.wire().start();
            Browser browser = new Browser().toDecision(started, "alice");
            Thread racing = new Thread(() -> running.wire().poll(started));
            racing.start();
            assertThat(opens(loaded)).isTrue();
            browser.send("decision", "approve");
            decided.countDown();
            racing.join();
            assertThat(running.wire().poll(started).error()).isIn("authorization_pending", "slow_down");
        }
    }

    private static boolean opens(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void clientCanBeInferredFromTheCode() {
        try (Running running = with(b -> b.authentication()
                .around((attempt, next) -> b.grants()
                        .byDeviceCode(attempt.form().text("device_code"))
                        .map(DeviceGrant::client)
                        .orElseGet(() -> next.apply(attempt))))) {
            String code = running.wire().start().text("device_code");
            assertThat(running.wire()
                            .post("/token", Wire.form("grant_type", Wire.GRANT, "device_code", code))
                            .error())
                    .isEqualTo("authorization_pending");
        }
    }

    @Test
    void failedAuthenticationCanConsumeTheCode() {
        try (Running running = with(b -> b.authentication().around((attempt, next) -> {
            try {
                return next.apply(attempt);
            } catch (Refusal refusal) {
                b.grants().byDeviceCode(attempt.form().text("device_code")).ifPresent(b.grants()::forget);
                throw refusal;
            }
        }))) {
            Wire.Reply started = running.approved();
            running.wire().poll("nobody", started.text("device_code"));
            assertThat(running.wire().poll(started).error()).isEqualTo("invalid_grant");
        }
    }

    @Test
    void unknownClientsCanBeMadeUp() {
        try (Running running = with(b -> b.authentication()
                .around((attempt, next) ->
                        b.clients().find(attempt.form().text("client_id")).isPresent()
                                ? next.apply(attempt)
                                : Client.open("anonymous", "Anonymous", Set.of("profile"))))) {
            assertThat(running.wire()
                            .post("/device_authorization", "client_id=nobody")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void newestCodeCanReplaceOlderOnes() {
        try (Running running = with(b -> b.codes()
                .onIssue(issued -> b.grants()
                        .sweep(other -> other != issued
                                && other.client().id().equals(issued.client().id()))))) {
            Wire.Reply first = running.wire().start();
            Wire.Reply second = running.wire().start();
            assertThat(running.wire().poll(first).error()).isEqualTo("invalid_grant");
            assertThat(running.wire().poll(second).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void eitherCodeCanBeTakenForTheOther() {
        try (Running running = with(b -> b.codes()
                .byDeviceCode((grants, code) -> grants.byDeviceCode(code).or(() -> grants.byUserCode(code))))) {
            String userCode = running.wire().start().text("user_code");
            assertThat(running.wire().poll("tv-public", userCode).error()).isEqualTo("authorization_pending");
        }
    }

    @Test
    void accidentsAreServerErrors() {
        try (Running running = with(b -> b.scopes().around((question, next) -> {
            if (question.scope().isEmpty()) {
                throw new IllegalStateException("no scope");
            }
            return next.apply(question);
        }))) {
            assertThat(running.wire()
                            .post("/device_authorization", "client_id=tv-public")
                            .status())
                    .isEqualTo(500);
        }
    }
}
