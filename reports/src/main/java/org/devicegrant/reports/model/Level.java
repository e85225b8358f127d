package org.devicegrant.reports.model;

/** The obligation behind a requirement, in the words of its document (RFC 2119, RFC 8174) or our own three below. */
public enum Level {
    MUST("MUST"),
    MUST_NOT("MUST NOT"),
    REQUIRED("REQUIRED"),
    SHOULD("SHOULD"),
    SHOULD_NOT("SHOULD NOT"),
    RECOMMENDED("RECOMMENDED"),
    NOT_RECOMMENDED("NOT RECOMMENDED"),
    MAY("MAY"),
    OPTIONAL("OPTIONAL"),
    /** Follows by logic from an indicative sentence of the document. */
    DERIVED("derived"),
    BEST_PRACTICE("best-practice"),
    /** No document asks for it, widespread clients do. */
    INTEROP("interop");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The level as written in documents and result files, for example {@code MUST NOT}. */
    public String word() {
        return word;
    }

    /**
     * The level written as {@code word}.
     *
     * @throws IllegalArgumentException if no level is written so
     */
    public static Level of(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level is written \"" + word + "\"");
    }
}
