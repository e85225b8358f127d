package org.devicegrant.conformance.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.devicegrant.conformance.requirement.Nearest;
import org.devicegrant.conformance.target.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How values are written on the command line. */
final class Words {
    private Words() {}

    static Duration duration(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a duration; write a number with its unit, for example 90s or 15m"));
    }

    /** A constant by its name in lower case. */
    static <E extends Enum<E>> ITypeConverter<E> of(Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return text -> {
            if (!words.contains(text)) {
                throw new TypeConversionException("there is no '" + text + "'; "
                        + Nearest.to(text, words)
                                .map(word -> "did you mean " + word + "?")
                                .orElse("choose from " + String.join(", ", words)));
            }
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        };
    }
}
