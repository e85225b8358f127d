package org.devicegrant.conformance.kiosk;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.turnedAway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;

/** What a device learns from naming an account. */
class AccountParameterChecks {
    private static final int TRIES = 10;
    private static final Duration NOTICEABLE = Duration.ofMillis(100);
    private static final String MARKUP = "\"><device-grant-markup>";
    private static final Set<String> WITH_CODES =
            Set.of("device_code", "user_code", "verification_uri", "verification_uri_complete");

    @Check("kiosk-account-parameter")
    void namingAnAccountTellsNothingAboutIt(Devices devices, Judge judge, Users users) {
        KioskDevices kiosk = KioskDevices.of(devices);
        String missing = Devices.given(kiosk.kiosk().missingAccount(), "kiosk.missing_account");
        List<Answer> existing = new ArrayList<>();
        List<Answer> absent = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            existing.add(kiosk.send(kiosk.owner()));
            absent.add(kiosk.send(missing));
        }
        judge.control("a device authorization request that names an account", existing.get(0), codes());

        judgeDifference(judge, existing, absent);
        judgePersonalData(judge, existing.get(0), kiosk);
        judgeOddValues(judge, kiosk);
        judgePages(judge, users, kiosk);
    }

    private static void judgeDifference(Judge judge, List<Answer> existing, List<Answer> absent) {
        judge.expect("a request that names a missing account", absent.get(0))
                .tolerating(turnedAway(), "any device can find out which accounts there are")
                .toBe(codes());
        judge.expect(
                        "the members for a missing account",
                        names(absent.get(0)),
                        names -> String.join(", ", names),
                        absent)
                .tolerating(Outcome.of("others", names -> true), "any device can find out which accounts there are")
                .toBe(Outcome.of("those for one that exists", names -> names.equals(names(existing.get(0)))));
        Duration difference = fastest(existing).minus(fastest(absent)).abs();
        judge.expect("the time for a missing account", difference, d -> d.toMillis() + " ms more or less", absent)
                .tolerating(Outcome.of("more", d -> true), "any device can find out which accounts there are")
                .toBe(Outcome.of("about that for one that exists", d -> d.compareTo(NOTICEABLE) <= 0));
    }

    private static Set<String> names(Answer answer) {
        Set<String> names = new TreeSet<>();
        answer.json().ifPresent(json -> json.fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** The way there and a busy machine only ever add time, so the fastest answer is the nearest to the server's own. */
    private static Duration fastest(List<Answer> answers) {
        return Duration.ofNanos(answers.stream()
                .mapToLong(answer -> answer.received() - answer.sent())
                .min()
                .orElseThrow());
    }

    /** Anything like a mail address, masked or not; the account itself is what the device has said. */
    private static void judgePersonalData(Judge judge, Answer answer, KioskDevices kiosk) {
        Set<String> telling = new TreeSet<>();
        answer.json()
                .ifPresent(json -> json.fields().forEachRemaining(member -> {
                    if (!WITH_CODES.contains(member.getKey()) && tells(member.getValue(), kiosk.owner())) {
                        telling.add(member.getKey());
                    }
                }));
        judge.expect("members that look like personal data", telling, names -> String.join(", ", names), answer)
                .otherwise("any device learns about the people behind accounts")
                .toBe(Outcome.of("none", Set::isEmpty));
    }

    private static boolean tells(JsonNode value, String owner) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return !text.equals(owner) && (text.contains("@") || text.contains("***"));
    }

    private static void judgeOddValues(Judge judge, KioskDevices kiosk) {
        judge.expect("an empty account", kiosk.send(""))
                .tolerating(turnedAway(), "an empty parameter counts as omitted elsewhere")
                .toBe(codes());
        judge.expect("an account named twice", kiosk.devices().send(kiosk.namingTwice(kiosk.owner())))
                .toBe(turnedAway(), codes());
        judge.expect("an account of 2000 characters", kiosk.send("a".repeat(2000)))
                .toBe(turnedAway(), codes());
        judge.expect("an account with markup", kiosk.send(MARKUP)).toBe(turnedAway(), codes());
    }

    private static void judgePages(Judge judge, Users users, KioskDevices kiosk) {
        judge.expect(
                        "the pages before somebody has signed in",
                        anonymously(users, kiosk),
                        page -> "the account on them")
                .otherwise("whoever has a user code learns whose device it is")
                .toBe(Outcome.of("no account on them", page -> !lower(page).contains(lower(kiosk.owner()))));
        Answer odd = kiosk.send(MARKUP);
        if (odd.codes()) {
            Device device = kiosk.devices().device(kiosk.devices().main(), odd);
            judge.expect("the source of the pages", source(users, device), page -> "the markup as it was sent")
                    .otherwise("a device can put scripts into the pages")
                    .toBe(Outcome.of("the markup escaped", page -> !page.contains("<device-grant-markup")));
        }
    }

    /** All that can be read by somebody who has the user code and nothing else. */
    private static String anonymously(Users users, KioskDevices kiosk) {
        try (Sitting nobody = users.apart()) {
            return nobody.act(tab -> {
                Walk walk = nobody.byTypingAnonymously(kiosk.start());
                return walk.steps().stream().map(Walk.Step::text).collect(Collectors.joining("\n", "", tab.text()));
            });
        }
    }

    private static String source(Users users, Device device) {
        try (Sitting owner = users.first()) {
            return owner.act((Tab tab) -> {
                owner.byTyping(device, Decision.NONE);
                return tab.source();
            });
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
