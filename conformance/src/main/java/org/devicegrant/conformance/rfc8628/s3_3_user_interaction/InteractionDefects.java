package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Verdict;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Around;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.page.Entry;
import org.devicegrant.conformance.embedded.page.PageRules;

/** Servers that lead the user astray, or leave him out. */
public final class InteractionDefects implements DefectSource {
    private static final int NORMAL_LENGTH = 8;

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "postsTypedCodesToNowhere",
                        "The form for the code leads to a page that does not exist; only the link works.",
                        Set.of("8628-3.3-interaction-from-verification-uri"),
                        "*the way from verification_uri in a clean browser*a user without the shortcut*",
                        server -> server.onPage(InteractionDefects::misdirected)),
                new Defect(
                        "offersNoRefusal",
                        "The decision page has a single button.",
                        Set.of("8628-3.3-approve-or-deny"),
                        "*expected a control that refuses, got none that refuses*",
                        server -> server.onPage((request, answer) ->
                                answer.editText(page -> page.replaceAll("<button[^>]* id=\"deny\".*?</button>", "")))),
                new Defect(
                        "remembersApprovalsForOtherDevices",
                        "Who has approved a client once approves every further device of it by entering its code.",
                        Set.of("6749-10.2-no-automatic-repeat-approval"),
                        "*first poll of a second device*got 200 with a token*",
                        server -> server.pages().aroundEntry(approvingIf(Entry::approvedBefore))),
                new Defect(
                        "addressesTheDecisionByDeviceCode",
                        "The address of the decision page holds the device code.",
                        Set.of("8628-3.3-device-code-not-exposed"),
                        "*expected nowhere in the browser, got it in an address*",
                        server -> server.pages().addressing(PageRules.Addressing.DEVICE_CODE)),
                new Defect(
                        "takesTheCodeForConsent",
                        "Entering the code in a signed-in browser approves the request.",
                        Set.of("6749-10.12-explicit-consent"),
                        "*first poll after the code was entered and nothing else*got 200 with a token*",
                        server -> server.pages()
                                .aroundEntry(approvingIf(entry -> entry.user().isPresent()))),
                new Defect(
                        "crashesOnCodesOfAnotherLength",
                        "A code of an unexpected length ends in an internal error.",
                        Set.of("interop-wrong-user-code-feedback"),
                        "*pages after one character: expected no server error, got status 500*",
                        server -> server.pages().aroundEntry(InteractionDefects::pedantic)));
    }

    private static Answer misdirected(Request request, Answer answer) {
        boolean plain = request.isGet() && request.query().isEmpty();
        return plain
                ? answer.editText(page -> page.replace("id=\"code\" action=\"", "id=\"code\" action=\"/nowhere"))
                : answer;
    }

    /** Approves without asking, where {@code hasty} says so. */
    static Around<Entry, Entry.Outcome> approvingIf(Predicate<Entry> hasty) {
        return (entry, next) -> {
            Entry.Outcome outcome = next.apply(entry);
            if (outcome != Entry.Outcome.ACCEPTED || !hasty.test(entry)) {
                return outcome;
            }
            DeviceGrant grant = entry.grant().orElseThrow();
            grant.decide(new Verdict(true, entry.user().orElseThrow(), grant.scopes(), Instant.now()));
            return Entry.Outcome.APPROVED;
        };
    }

    private static Entry.Outcome pedantic(Entry entry, Function<Entry, Entry.Outcome> next) {
        if (entry.typed().replace("-", "").length() != NORMAL_LENGTH) {
            throw new IllegalStateException("A user code has eight characters");
        }
        return next.apply(entry);
    }
}
