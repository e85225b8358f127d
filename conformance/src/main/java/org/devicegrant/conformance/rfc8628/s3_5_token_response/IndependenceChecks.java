package org.devicegrant.conformance.rfc8628.s3_5_token_response;

import static org.devicegrant.conformance.assertion.Answers.anyError;
import static org.devicegrant.conformance.assertion.Answers.error;
import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Answers.refusal;
import static org.devicegrant.conformance.assertion.Answers.terminal;
import static org.devicegrant.conformance.assertion.Answers.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.assertion.Tokens;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.user.Users;

/** Nobody else's request, and no failed request, may cost a device its approval. */
class IndependenceChecks {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private record Variant(String name, Request request) {}

    @Check("derived-failed-request-does-not-consume")
    void failedRequestsDoNotConsumeTheApproval(Devices devices, Judge judge, Grants grants) {
        Device device = grants.approved();

        for (Variant variant : failing(device)) {
            judge.expect(
                            "an approved code polled with " + variant.name(),
                            device.pause(BETWEEN).send(variant.request()))
                    .learningNothingFrom(token(), "the request was served, so it was no failed request")
                    .toBe(refusal());
        }
        Answer proper = device.pollUntilDecided(2);
        judge.expectState("the proper poll after failed ones", proper)
                .learningNothingFrom(anyErrorOfSpeed(), "the server slows down")
                .otherwise("a failed request consumed the approval: whoever learns a code can destroy it")
                .toBe(token());
    }

    private static Outcome<Answer> anyErrorOfSpeed() {
        return error(ErrorCodes.SLOW_DOWN);
    }

    private static List<Variant> failing(Device device) {
        Request proper = device.pollRequest();
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant("no client", ClientAuthentication.anonymous(device.pollRequest())));
        variants.add(
                new Variant("an unknown grant_type", device.pollRequest().replace("grant_type", "urn:example:none")));
        variants.add(new Variant(
                "two different device codes", device.pollRequest().with("device_code", "x" + device.deviceCode())));
        if (proper.form().value("client_secret") != null) {
            variants.add(new Variant("a wrong secret", device.pollRequest().replace("client_secret", "wrong")));
        } else if (ClientAuthentication.authorization(proper) != null) {
            String wrong = ClientAuthentication.basic(device.client().clientId(), "wrong");
            variants.add(new Variant("a wrong secret", device.pollRequest().header("Authorization", wrong)));
        }
        return variants;
    }

    @Check("derived-foreign-poll-harmless")
    void anotherClientsPollDoesNoHarm(Devices devices, Judge judge, Grants grants, Users users) {
        Client stranger = devices.other();
        Device pendingOne = users.approveApart(() -> {
            Device device = devices.start();
            judge.control("a stranger's poll", foreignPoll(devices, stranger, device), anyError());
            return device;
        });
        judgeOwner(judge, "the owner's poll, after a stranger polled the pending code", pendingOne);

        Device approvedOne = grants.approvedApart(devices.main());
        Answer stolen = foreignPoll(devices, stranger, approvedOne);
        judge.expect("a stranger's poll of an approved code", stolen)
                .otherwise("the token goes to another client")
                .toBe(anyError());
        judgeOwner(judge, "the owner's poll, after a stranger polled the approved code", approvedOne);
    }

    private static void judgeOwner(Judge judge, String subject, Device device) {
        judge.expectState(subject, device.pollUntilDecided(2))
                .tolerating(
                        terminal(),
                        "anybody who learns a code can destroy the login, even if it is meant against theft")
                .otherwise("the login hangs until the code expires")
                .toBe(token());
    }

    private static Answer foreignPoll(Devices devices, Client stranger, Device device) {
        return devices.wire().politely(devices.protocol().poll(stranger, device.deviceCode()));
    }

    @Check("derived-sessions-independent")
    void sessionsOfOneClientDoNotTouchEachOther(Devices devices, Judge judge, Users users) {
        List<Device> three = users.inOneSitting(() -> {
            List<Device> started = List.of(devices.start(), devices.start(), devices.start());
            judge.expectState(
                            "the oldest of three undecided sessions",
                            started.get(0).spacedPoll())
                    .otherwise("a new session ends the older ones, so two devices cannot log in at a time")
                    .toBe(pending());
            users.approve(started.get(0));
            users.refuse(started.get(1));
            return started;
        });
        Device a = three.get(0);
        Device b = three.get(1);
        Device c = three.get(2);

        Answer ofA = a.pollUntilDecided(2);
        judge.expect("the approved one of three sessions", ofA).toBe(token());
        judge.expectState("the refused one of three sessions", b.pollUntilDecided(2))
                .toBe(terminal());
        judge.expectState("the undecided one of three sessions", c.spacedPoll())
                .otherwise("decisions on other sessions end this one")
                .toBe(pending());
        Device d = devices.start();
        judge.expectState("an older session after a newer one was started", c.spacedPoll())
                .otherwise("a new session ends the older ones")
                .toBe(pending());
        users.approve(c);
        Answer ofC = c.pollUntilDecided(2);
        judge.expect("the older session after its approval", ofC).toBe(token());
        judge.expectState("the newest session, undecided", d.spacedPoll()).toBe(pending());
        List<Answer> both = Tokens.withTokens(List.of(ofA, ofC));
        judge.expect("the tokens of two sessions", Tokens.distinctAccessTokens(both), n -> n + " different", both)
                .toBe(Outcome.of("one each", n -> n == both.size()));
    }
}
