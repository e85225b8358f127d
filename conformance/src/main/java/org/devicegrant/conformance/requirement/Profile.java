package org.devicegrant.conformance.requirement;

import java.util.Locale;

/** A selection of requirements that somebody wants to be judged by. */
public enum Profile {
    /** The protocol itself: what every server owes every client. */
    CORE,
    /** What keeps users and their tokens safe. */
    SECURITY,
    /** What widespread clients and people stumble over. */
    INTEROP,
    /** Devices that are set up once: long codes, a window for redemption, keys of their own. */
    KIOSK,
    /** Everything. */
    ALL;

    /**
     * The profile written as {@code word}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Profile of(String word) {
        for (Profile profile : values()) {
            if (profile.word().equals(word)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("no profile is called \"" + word + "\"");
    }

    /** As written on the command line and in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
