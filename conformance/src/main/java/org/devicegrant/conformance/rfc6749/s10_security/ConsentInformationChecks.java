package org.devicegrant.conformance.rfc6749.s10_security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Clients;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;
import org.jspecify.annotations.Nullable;

/** What the decision page tells about the request (RFC 6749 section 10.2, RFC 8628 section 5.4). */
class ConsentInformationChecks {
    /** Which clients a page names. */
    private record Named(boolean own, boolean another) {
        String inWords() {
            return another ? "the name of another client" : own ? "its own name" : "no name of a client";
        }
    }

    @Check("6749-10.2-consent-information")
    void theDecisionPageNamesItsOwnClientAndScopes(Devices devices, Judge judge, Users users) {
        Client main = devices.main();
        String name = Devices.given(main.name(), "the name of the client in clients");
        Client other = devices.target().clients().other();

        Seen seen = Seen.of(() -> devices.start(main), users);
        judgeName(judge, seen, name, devices.target().clients());
        if (other != null && other.name() != null) {
            Seen second = Seen.of(() -> devices.start(other), users);
            judgeName(judge, second, other.name(), devices.target().clients());
        }

        String narrow = Devices.given(devices.target().probes().narrowScope(), "narrow_scope");
        Seen modest = Seen.of(() -> devices.startWithScope(main, narrow), users);
        judgeScopes(judge, words(seen, modest), words(modest, seen), modest.device());
    }

    /** The decision page of a device. */
    private record Seen(Device device, String page) {
        static Seen of(Supplier<Device> start, Users users) {
            try (Sitting sitting = users.first()) {
                return sitting.act(tab -> {
                    Device device = start.get();
                    Walks.completed(sitting.byTyping(device, Decision.NONE), Decision.NONE);
                    return new Seen(device, tab.text());
                });
            }
        }
    }

    private static void judgeName(Judge judge, Seen seen, String name, Clients clients) {
        String page = seen.page();
        Named named = new Named(
                mentions(page, name),
                names(clients).anyMatch(n -> !mentions(name, n) && !mentions(n, name) && mentions(page, n)));
        judge.expect(
                        "the decision page for a request of "
                                + seen.device().client().clientId(),
                        named,
                        Named::inWords,
                        seen.device().issued())
                .tolerating(
                        Outcome.of("no name", n -> !n.own() && !n.another()), "the user cannot see for whom he decides")
                .otherwise("the user decides about another client than he believes")
                .toBe(Outcome.of("its own name", n -> n.own() && !n.another()));
    }

    private static Stream<String> names(Clients clients) {
        List<@Nullable Client> all = new ArrayList<>(Arrays.asList(
                clients.public_(), clients.other(), clients.confidential(), clients.privateKeyJwt(), clients.kiosk()));
        return all.stream().flatMap(client -> client == null ? Stream.empty() : Stream.ofNullable(client.name()));
    }

    private static boolean mentions(String page, String name) {
        return page.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    /** A page that names scopes has other words when there are fewer of them; its language does not matter. */
    private static void judgeScopes(Judge judge, Set<String> whole, Set<String> part, Device device) {
        judge.expect("the decision page for a smaller scope", part, p -> "the same words", device.issued())
                .tolerating(Outcome.of("the same page", whole::equals), "the user does not see what is asked for")
                .toBe(Outcome.of("other words than for a larger one", p -> !p.equals(whole)));
    }

    /**
     * The words of a page without those that belong to one request: whatever has digits in it, and the codes. Short words
     * happen to be part of a code, so those of the other request are left out, too.
     */
    private static Set<String> words(Seen seen, Seen other) {
        List<String> codes = Stream.of(seen, other)
                .map(each -> Walks.letters(each.device().userCode()))
                .toList();
        Set<String> words = new TreeSet<>(Arrays.asList(seen.page().split("[\\s,.;:!?()\"]+", -1)));
        words.removeIf(word -> word.isEmpty()
                || word.chars().anyMatch(Character::isDigit)
                || (!Walks.letters(word).isEmpty()
                        && codes.stream().anyMatch(code -> code.contains(Walks.letters(word)))));
        return words;
    }
}
