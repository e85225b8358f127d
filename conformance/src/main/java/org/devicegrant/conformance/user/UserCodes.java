package org.devicegrant.conformance.user;

import java.security.SecureRandom;

/** Codes that look like the server's. */
public final class UserCodes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private UserCodes() {}

    /** A random code of the same form: letters for letters, digits for digits, separators kept. */
    public static String unknownLike(String code) {
        StringBuilder other = new StringBuilder();
        for (char c : code.toCharArray()) {
            if (Character.isDigit(c)) {
                other.append((char) ('0' + RANDOM.nextInt(10)));
            } else if (Character.isUpperCase(c)) {
                other.append("BCDFGHJKLMNPQRSTVWXZ".charAt(RANDOM.nextInt(20)));
            } else if (Character.isLowerCase(c)) {
                other.append("bcdfghjklmnpqrstvwxz".charAt(RANDOM.nextInt(20)));
            } else {
                other.append(c);
            }
        }
        return other.toString();
    }
}
