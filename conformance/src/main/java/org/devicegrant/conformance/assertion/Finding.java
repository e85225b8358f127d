package org.devicegrant.conformance.assertion;

import java.util.List;

/**
 * Something a check found that is not a silent pass.
 *
 * @param kind whether it breaks the requirement or is only worth a warning
 * @param message one sentence without its full stop
 * @param expected every outcome that would have been accepted
 * @param actual what came
 * @param exchanges numbers of the exchanges it rests on
 */
public record Finding(Kind kind, String message, List<String> expected, String actual, List<Integer> exchanges) {
    public Finding {
        expected = List.copyOf(expected);
        exchanges = List.copyOf(exchanges);
    }

    /** How bad it is, before the requirement's level is looked at. */
    public enum Kind {
        /** None of the allowed outcomes. */
        DEVIATION,
        /** Allowed, but a recommendation is not followed or real clients break. */
        REMARK
    }
}
