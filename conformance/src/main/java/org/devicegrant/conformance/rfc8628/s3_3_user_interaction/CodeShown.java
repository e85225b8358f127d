package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.devicegrant.browser.Walk;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.user.Walks;

/** Which user code somebody could read on the way to the decision. */
enum CodeShown {
    THIS("shown on the way to the decision"),
    ANOTHER("another one"),
    NONE("not shown");

    private final String words;

    CodeShown(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * Looks for the code of the device, and else for a code in the same form. A form without separators is that of many a
     * word, so there is no telling.
     */
    static CodeShown on(Walk walk, String lastPage, Device device) {
        String code = device.userCode();
        if (Walks.showsTheCode(walk) || Walks.letters(lastPage).contains(Walks.letters(code))) {
            return THIS;
        }
        Pattern form = form(code);
        boolean separated = code.matches(".*[^\\p{Alnum}].*");
        boolean another = form.matcher(lastPage).find()
                || walk.steps().stream()
                        .anyMatch(step -> form.matcher(step.text()).find());
        return separated && another ? ANOTHER : NONE;
    }

    private static Pattern form(String code) {
        String form = code.codePoints().mapToObj(CodeShown::kind).collect(Collectors.joining());
        return Pattern.compile("(?<![\\p{Alnum}-])" + form + "(?![\\p{Alnum}-])");
    }

    private static String kind(int character) {
        if (Character.isDigit(character)) {
            return "[0-9]";
        } else if (Character.isLetter(character)) {
            return Character.isUpperCase(character) ? "[A-Z0-9]" : "[a-z0-9]";
        }
        return Pattern.quote(Character.toString(character));
    }
}
