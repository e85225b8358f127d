package org.devicegrant.conformance.rfc8628.s6_usability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.conformance.user.Walks;

/** How users spell a code that they read from a screen. Every spelling gets a code of its own. */
class SpellingChecks {
    private static final Outcome<Walk> ACCEPTED = Outcome.of("accepted", Walks::codeTaken);
    private static final Outcome<Walk> UNCLEAR =
            Outcome.of("nothing that can be told", walk -> !walk.understood() || walk.ending() == PageKind.LOCKED_OUT);

    private record Spelling(String name, String code) {}

    @Check("8628-6.1-case-insensitive-entry")
    void smallLettersAreAccepted(Devices devices, Judge judge, Users users) {
        String sample = devices.start().userCode();
        if (!sample.equals(sample.toUpperCase(Locale.ROOT)) || sample.equals(sample.toLowerCase(Locale.ROOT))) {
            throw new NotApplicable("user codes have no capital letters, or small ones besides");
        }

        Device device;
        Walk walk;
        try (Sitting sitting = users.apart()) {
            device = devices.start();
            walk = sitting.byTyping(device, device.userCode().toLowerCase(Locale.ROOT), Decision.NONE);
        }
        judge.expect("the user code in small letters", walk, Walks::inWords, device.issued())
                .learningNothingFrom(UNCLEAR, walk.reason())
                .learningNothingFrom(
                        Outcome.of("no code at all", w -> !Walks.codeTaken(w) && !users.canType(devices::start)),
                        "no code can be typed, see 8628-3.3-interaction-from-verification-uri")
                .otherwise("keyboards of phones write small letters")
                .toBe(ACCEPTED);
    }

    @Check("8628-6.1-punctuation-and-stray-characters")
    void separatorsAndBlanksDoNotMatter(Devices devices, Judge judge, Users users) {
        try (Sitting sitting = users.apart()) {
            Device exact = devices.start();
            Walk walk = sitting.byTyping(exact, Decision.NONE);
            boolean typable = judge.expect("the user code as it was issued", walk, Walks::inWords, exact.issued())
                    .learningNothingFrom(UNCLEAR, walk.reason())
                    .otherwise("the code cannot be entered as the device shows it")
                    .toBe(ACCEPTED);

            if (typable) {
                int spellings = spellings(exact.userCode()).size();
                for (int i = 0; i < spellings; i++) {
                    Device device = devices.start();
                    judgeSpelling(judge, spellings(device.userCode()).get(i), device, sitting);
                }
            }
        }
    }

    private static void judgeSpelling(Judge judge, Spelling spelling, Device device, Sitting sitting) {
        Walk walk = sitting.byTyping(device, spelling.code(), Decision.NONE);
        judge.expect("the user code " + spelling.name(), walk, Walks::inWords, device.issued())
                .learningNothingFrom(UNCLEAR, walk.reason())
                .tolerating(Outcome.of("refused", w -> true), "users do type it that way")
                .toBe(ACCEPTED);
    }

    private static List<Spelling> spellings(String code) {
        String plain = code.replaceAll("[^\\p{L}\\p{Nd}]", "");
        List<Spelling> spellings = new ArrayList<>();
        spellings.add(new Spelling("with blanks around it", "  " + code + " "));
        if (!plain.equals(code)) {
            spellings.add(new Spelling("without separators", plain));
            spellings.add(new Spelling("with a dash elsewhere", plain.substring(0, 2) + "-" + plain.substring(2)));
            spellings.add(new Spelling("with blanks for separators", code.replaceAll("[^\\p{L}\\p{Nd}]", " ")));
            spellings.add(new Spelling("with an en dash", code.replaceAll("[^\\p{L}\\p{Nd}]", "\u2013")));
        }
        return spellings;
    }
}
