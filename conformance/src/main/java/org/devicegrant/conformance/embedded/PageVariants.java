package org.devicegrant.conformance.embedded;

import java.util.List;
import org.devicegrant.conformance.embedded.page.Entry;
import org.devicegrant.conformance.embedded.page.LookRules.Markup;
import org.devicegrant.conformance.embedded.page.PageRules.Order;

/** Other ways through the pages. RFC 8628 section 3.3 leaves all of them to the server. */
final class PageVariants {
    private PageVariants() {}

    static List<Variant> all() {
        return List.of(
                new Variant(
                        "asksForLoginFirst",
                        "the user may have to sign in before he enters the code",
                        b -> b.pages().order(Order.LOGIN_FIRST)),
                new Variant(
                        "asksForLoginLast",
                        "the user may sign in after he has decided, as long as nothing happens before",
                        b -> b.pages().order(Order.LOGIN_LAST)),
                new Variant(
                        "asksForEverythingOnOnePage",
                        "code, name and password may be on one page as long as the decision is on its own",
                        b -> b.pages().order(Order.ONE_PAGE)),
                new Variant(
                        "asksForNameAndPasswordOnTwoPages",
                        "how the user signs in is left to the server",
                        b -> b.pages().look().loginInTwoSteps(true)),
                new Variant(
                        "letsTheUserChooseScopes",
                        "the user may grant less than was asked for (RFC 6749 section 3.3)",
                        b -> b.pages().look().scopesSelectable(true)),
                new Variant(
                        "hintsInsteadOfLabels",
                        "the markup of the pages is free",
                        b -> b.pages().look().markup(Markup.PLACEHOLDERS)),
                new Variant(
                        "asksForTheCodeInBoxes",
                        "the markup of the pages is free",
                        b -> b.pages().look().markup(Markup.BOXES)),
                new Variant(
                        "putsButtonsOutsideTheirForms",
                        "the markup of the pages is free",
                        b -> b.pages().look().markup(Markup.DETACHED_BUTTONS)),
                speaks("German", "de"),
                speaks("French", "fr"),
                speaks("Japanese", "ja"),
                speaks("Arabic", "ar"),
                new Variant(
                        "locksOutAfterTenWrongCodes",
                        "how many wrong codes are tolerated is left to the server (RFC 8628 section 5.1)",
                        b -> b.pages().guesses(10, 300)),
                new Variant(
                        "tellsNothingOfTheDevice",
                        "information about the device is no duty (RFC 8628 section 5.4)",
                        b -> b.pages().look().deviceShown(false)),
                new Variant(
                        "showsTheCodeNowhere",
                        "the code should be shown for comparison, but need not be (RFC 8628 section 3.3.1)",
                        b -> b.pages().look().codeShown(false)),
                new Variant(
                        "bindsACodeToWhoeverEntersItFirst",
                        "a code may belong to the first user who enters it (RFC 10027 section 6.1.3)",
                        PageVariants::firstUser));
    }

    private static Variant speaks(String language, String tag) {
        return new Variant(
                "speaks" + language,
                "the language of the pages is free",
                b -> b.pages().look().language(tag));
    }

    private static void firstUser(Behaviour behaviour) {
        behaviour.pages().order(Order.LOGIN_FIRST).aroundEntry((entry, next) -> {
            Entry.Outcome outcome = next.apply(entry);
            if (outcome != Entry.Outcome.ACCEPTED || entry.user().isEmpty()) {
                return outcome;
            }
            String name = entry.user().get().name();
            Object first = entry.grant().orElseThrow().notes().putIfAbsent("first user", name);
            return first == null || first.equals(name) ? outcome : Entry.Outcome.USED;
        });
    }
}
