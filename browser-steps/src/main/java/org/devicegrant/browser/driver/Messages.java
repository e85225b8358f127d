package org.devicegrant.browser.driver;

import java.util.Objects;
import java.util.regex.Pattern;

/** Texts of driver errors carry commands and parameters after the first line; only the first line may go on. */
final class Messages {
    private static final Pattern MOVING = Pattern.compile("does not belong to the document|No node with given id"
            + "|Cannot find context|[Ee]xecution context|frame was detached|frame detached|Inspected target navigated"
            + "|stale element|no such execution context|uniqueContextId not found|Node is detached");

    private Messages() {}

    /**
     * Whether an error only says that the document was replaced while the driver was at it. Drivers have no error code of
     * their own for most of these races.
     */
    static boolean tellsOfAChange(Throwable failure) {
        return MOVING.matcher(Objects.toString(failure.getMessage(), "")).find();
    }

    static String firstLine(Throwable failure) {
        String message =
                Objects.toString(failure.getMessage(), failure.getClass().getSimpleName());
        String line = message.lines().filter(l -> !l.isBlank()).findFirst().orElse(message);
        String first = line.replaceAll("^Message: ", "");
        return first.length() > 300 ? first.substring(0, 300) + "…" : first;
    }
}
