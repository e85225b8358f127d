package org.devicegrant.conformance.embedded.grant;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** User codes: how they are drawn, and how what somebody types is read (RFC 8628 section 6.1). */
public final class UserCodes {
    /** Twenty consonants: no vowels, hence no words, and nothing that looks like a digit. */
    public static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ";

    /** Digits alone, for numeric keypads. */
    public static final String DIGITS = "0123456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private UserCodes() {}

    /** Random codes of {@code groups} groups of {@code length} characters, with dashes between. */
    public static Supplier<String> of(String alphabet, int groups, int length) {
        return () -> {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < groups * length; i++) {
                code.append(i > 0 && i % length == 0 ? "-" : "");
                code.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
            }
            return code.toString();
        };
    }

    /** Keeps letters and digits alone, in capitals; so case, dashes, blanks and full stops do not matter. */
    public static UnaryOperator<String> tolerant() {
        return typed -> {
            StringBuilder kept = new StringBuilder();
            Normalizer.normalize(typed, Normalizer.Form.NFKC)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .forEach(kept::appendCodePoint);
            return kept.toString().toUpperCase(Locale.ROOT);
        };
    }

    /** Keeps letters and digits as they are, so that case matters. */
    public static UnaryOperator<String> caseSensitive() {
        return typed -> typed.replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Keeps everything but case, so that dashes must be typed as they are shown. */
    public static UnaryOperator<String> literal() {
        return typed -> typed.toUpperCase(Locale.ROOT);
    }
}
