package org.devicegrant.load.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.devicegrant.load.approval.Sessions;
import org.devicegrant.load.run.Connections;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option that takes one of a few words, written as the help writes them or in capitals. */
abstract class Choice<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    private Choice(E[] constants) {
        this.constants = constants.clone();
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(constants).map(Choice::word).collect(Collectors.joining(", ")) + " but was \""
                        + text + "\""));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Of {@code --connections}. */
    static final class OfConnections extends Choice<Connections> {
        OfConnections() {
            super(Connections.values());
        }
    }

    /** Of {@code --sessions}. */
    static final class OfSessions extends Choice<Sessions> {
        OfSessions() {
            super(Sessions.values());
        }
    }
}
