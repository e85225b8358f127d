package org.devicegrant.conformance.kiosk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.Clients;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.feature.Accounts;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.grant.Decision;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.grant.UserCodes;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.page.PageRules;

/** Servers that break what a device in somebody's hall relies on: accounts, approvers and codes of days. */
public final class KioskDefects implements DefectSource {
    private static final Set<String> PARAMETER = Set.of("kiosk-account-parameter");
    private static final Set<String> APPROVER = Set.of("kiosk-approver-differs");
    private static final Set<String> LONG_LIVED = Set.of("kiosk-long-lived-code");
    private static final Map<String, Set<String>> ENTITLED = Map.of(Users.ALICE, Set.of(Users.BOB));
    private static final int PATIENCE = 6;
    private static final Duration THOUGHT = Duration.ofMillis(300);

    /** Thirty days in milliseconds, in 32 bits, in seconds. */
    private static final int OVERFLOWN = (int) (30L * 86_400 * 1_000) / 1_000;

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "tellsWhoseAccountItIs",
                        "Answers a device that names an account with the owner's mail address, masked.",
                        PARAMETER,
                        "Members that look like personal data: expected none, got hint*",
                        KioskDefects::hinting),
                new Defect(
                        "namesTheAccountToAnybody",
                        "Shows the account on a page that everybody can see who has the user code.",
                        PARAMETER,
                        "The pages before somebody has signed in: expected no account on them, got the account on them*",
                        server -> {
                            accounts(server);
                            server.pages().order(PageRules.Order.LOGIN_LAST);
                        }),
                new Defect(
                        "letsAnybodyDecideForTheOwner",
                        "Takes the decision of whoever is signed in.",
                        APPROVER,
                        "A poll after a stranger's attempt to approve: expected authorization_pending or slow_down,"
                                + " got 200 with a token*",
                        server -> server.features().add(new Accounts(server.users(), ENTITLED, false))),
                new Defect(
                        "givesTheTokenToTheApprover",
                        "Issues the token for whoever has approved instead of the owner.",
                        APPROVER,
                        "A token that somebody entitled has approved: expected the subject of the owner's own approval,"
                                + " got another subject*",
                        server -> server.features().add(new OfTheApprover(new Accounts(server.users(), ENTITLED)))),
                new Defect(
                        "overflowsTheLifetime",
                        "Computes a lifetime of thirty days in milliseconds, in a number of 32 bits.",
                        LONG_LIVED,
                        "Expires_in of a long-lived code: expected a number of seconds that was not clipped, got -*",
                        server -> {
                            kiosk(server);
                            server.onDevice((request, answer) -> answer.set("expires_in", OVERFLOWN));
                        }),
                new Defect(
                        "losesPatienceWithLongPollers",
                        "Ends a code after a number of polls that only a long-lived one reaches.",
                        LONG_LIVED,
                        "Spaced poll 7 of a long-lived code: expected authorization_pending or slow_down,"
                                + " got 400 expired_token*",
                        server -> {
                            kiosk(server);
                            server.polling().around(KioskDefects::impatient);
                        }),
                new Defect(
                                "knowsWhichAccountsThereAre",
                                "Refuses an account that does not exist, and thinks about it for a while.",
                                PARAMETER,
                                "A request that names a missing account got 400 invalid_request: any device can find out"
                                        + " which accounts there are; The members for a missing account got *: any device can"
                                        + " *; The time for a missing account got * ms more or less: any device can *",
                                KioskDefects::telling)
                        .onlyWarnedAbout(),
                new Defect(
                                "letsDevicesPollForDays",
                                "Issues short codes that live for two days, to be asked for every second.",
                                LONG_LIVED,
                                "The interval got * s: a forgotten device polls * times; the space of user codes got"
                                        + " about * bits: there is more time to guess, and nothing makes up for it*",
                                server -> {
                                    kiosk(server);
                                    server.codes()
                                            .lifetime(Duration.ofDays(2))
                                            .userCodes(UserCodes.of(UserCodes.DIGITS, 2, 3));
                                })
                        .onlyWarnedAbout());
    }

    private static void accounts(Behaviour server) {
        server.features().add(new Accounts(server.users(), ENTITLED));
    }

    private static void kiosk(Behaviour server) {
        server.clients().add(Client.open(Clients.KIOSK, "Hall Screen", Clients.ORDINARY));
    }

    private static void hinting(Behaviour server) {
        accounts(server);
        server.onDevice((request, answer) ->
                request.text().contains("account=" + Users.ALICE) ? answer.set("hint", "a***e@example.com") : answer);
    }

    private static void telling(Behaviour server) {
        accounts(server);
        server.around(Endpoint.DEVICE_AUTHORIZATION, (request, next) -> {
            String account = request.form().text("account");
            boolean missing = !account.isEmpty() && !account.equals(Users.ALICE);
            return missing
                    ? Refusal.invalidRequest("There is no such account")
                            .delay(THOUGHT)
                            .answer(true)
                    : next.apply(request);
        });
    }

    private static Answer impatient(Poll poll, Function<Poll, Answer> next) {
        int polls = (int) poll.grant().notes().merge("polls", 1, (before, one) -> (int) before + (int) one);
        return polls > PATIENCE ? Refusal.of("expired_token", "Too many polls").answer(true) : next.apply(poll);
    }

    /** Knows who may decide, and forgets for whom. */
    private record OfTheApprover(Accounts sound) implements Feature {
        @Override
        public Set<String> parameters() {
            return sound.parameters();
        }

        @Override
        public String declared() {
            return sound.declared();
        }

        @Override
        public boolean mayDecide(Decision decision) {
            return sound.mayDecide(decision);
        }

        @Override
        public List<String> shown(DeviceGrant grant) {
            return sound.shown(grant);
        }
    }
}
