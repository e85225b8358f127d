package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import java.util.List;
import java.util.Set;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.UserCodes;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** What a wrong code leads to. */
class WrongCodeChecks {
    private record Wrong(String name, String code) {}

    @Check("interop-wrong-user-code-feedback")
    void aWrongCodeIsExplainedAndTheRightOneStillWorks(Devices devices, Judge judge, Users users) {
        Device device;
        Walk right;
        try (Sitting sitting = users.apart()) {
            device = devices.start();
            for (Wrong wrong : wrongOnes(device.userCode())) {
                judgeFeedback(judge, wrong, sitting, device);
            }
            right = sitting.byTyping(device, Decision.NONE);
        }
        judge.expect("the right code after three wrong ones", right, Walks::inWords, device.issued())
                .learningNothingFrom(Outcome.of("a page that was not understood", w -> !w.understood()), right.reason())
                .tolerating(
                        Outcome.of("a lock", w -> w.ending() == PageKind.LOCKED_OUT),
                        "three wrong codes lock the user out")
                .learningNothingFrom(
                        Outcome.of("no code at all", w -> !Walks.codeTaken(w) && !users.canType(devices::start)),
                        "no code can be typed, see 8628-3.3-interaction-from-verification-uri")
                .otherwise("a mistyped code costs the user the login")
                .toBe(Outcome.of("the decision", Walks::codeTaken));
    }

    private static List<Wrong> wrongOnes(String right) {
        return List.of(
                new Wrong("one character", right.substring(0, 1)),
                new Wrong("a well-formed unknown code", UserCodes.unknownLike(right)),
                new Wrong("300 characters", "B".repeat(300)));
    }

    private static void judgeFeedback(Judge judge, Wrong wrong, Sitting sitting, Device device) {
        int before = sitting.act(tab -> tab.network().size());
        Walk walk = sitting.byTyping(device.verificationUri(), wrong.code(), Decision.NONE);
        List<Integer> statuses = sitting.act(tab -> tab.network().stream()
                .skip(before)
                .filter(e -> e.type().equals("document"))
                .map(NetworkEvent::status)
                .toList());

        judge.expect("pages after " + wrong.name(), statuses, WrongCodeChecks::worst, device.issued())
                .otherwise("a mistyped code crashes the page")
                .toBe(Outcome.of("no server error", all -> all.stream().noneMatch(s -> s >= 500)));
        judge.expect("the page after " + wrong.name(), walk, WrongCodeChecks::inWords, device.issued())
                .tolerating(
                        Outcome.of("the code entry again without a word", WrongCodeChecks::silent),
                        "the user is not told what is wrong")
                .learningNothingFrom(Outcome.of("a page that was not understood", w -> !w.understood()), walk.reason())
                .otherwise("the user is not told what is wrong")
                .toBe(
                        Outcome.of("a page that says so", w -> Walks.codeRefused(w) && !silent(w)),
                        Outcome.of("a lock", w -> w.ending() == PageKind.LOCKED_OUT));
    }

    /**
     * Whether the same page came again and again. Any other words on it may say what is wrong, be it in a language that
     * nobody here knows.
     */
    private static boolean silent(Walk walk) {
        List<String> pages = walk.steps().stream().map(Walk.Step::text).toList();
        return pages.size() > 2 && Set.copyOf(pages).size() == 1;
    }

    private static String inWords(Walk walk) {
        return silent(walk) ? "the same page again" : Walks.inWords(walk);
    }

    private static String worst(List<Integer> statuses) {
        return "status " + statuses.stream().max(Integer::compare).orElse(0);
    }
}
