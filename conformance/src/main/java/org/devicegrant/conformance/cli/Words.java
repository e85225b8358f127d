package org.devicegrant.conformance.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.devicegrant.conformance.requirement.Nearest;
import org.devicegrant.conformance.requirement.Profile;
import org.devicegrant.conformance.target.Durations;
import picocli.CommandLine.TypeConversionException;

/** How values are written on the command line. */
final class Words {
    private Words() {}

    static Duration duration(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a duration; write a number with its unit, for example 90s or 15m"));
    }

    static Profile profile(String text) {
        List<String> words = Arrays.stream(Profile.values()).map(Profile::word).toList();
        if (!words.contains(text)) {
            throw new TypeConversionException("there is no profile '" + text + "'; "
                    + Nearest.to(text, words)
                            .map(word -> "did you mean " + word + "?")
                            .orElse("choose from " + String.join(", ", words)));
        }
        return Profile.of(text);
    }
}
