package org.devicegrant.conformance.requirement;

/** How a requirement can be tested, by the most demanding thing that it takes. */
public enum Testable {
    AUTOMATIC("automatic"),
    BROWSER("automatic-browser"),
    SECOND_CLIENT("needs-second-client"),
    CONFIDENTIAL_CLIENT("needs-confidential-client"),
    PRIVATE_KEY_JWT("needs-private-key-jwt"),
    /** Only a person, or only with a special permission. */
    MANUAL("manual"),
    /** Not from outside at all. */
    NOT_AT_ALL("not-black-box-testable");

    private final String word;

    Testable(String word) {
        this.word = word;
    }

    /** As the catalogue writes it. */
    public String word() {
        return word;
    }
}
