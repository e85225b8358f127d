package org.devicegrant.browser.driver;

import java.util.Objects;

/** Texts of driver errors carry commands and parameters after the first line; only the first line may go on. */
final class Messages {
    private Messages() {}

    static String firstLine(Throwable failure) {
        String message =
                Objects.toString(failure.getMessage(), failure.getClass().getSimpleName());
        String line = message.lines().filter(l -> !l.isBlank()).findFirst().orElse(message);
        String first = line.replaceAll("^Message: ", "");
        return first.length() > 300 ? first.substring(0, 300) + "…" : first;
    }
}
