package org.devicegrant.conformance.embedded.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Header lines in their order; names are compared without regard to case and may repeat. Immutable.
 *
 * @param lines every line, in order
 */
public record Headers(List<Header> lines) implements Iterable<Header> {
    private static final Headers NONE = new Headers(List.of());

    public Headers {
        lines = List.copyOf(lines);
    }

    /** No line at all. */
    public static Headers none() {
        return NONE;
    }

    /** The first value of {@code name}. */
    public Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Every value of {@code name}, in order. */
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** These lines with {@code name} occurring once, with {@code value}, at the end. */
    public Headers with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** These lines and one more. */
    public Headers plus(String name, String value) {
        List<Header> more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** These lines without any of {@code name}. */
    public Headers without(String name) {
        return new Headers(lines.stream()
                .filter(line -> !line.name().equalsIgnoreCase(name))
                .toList());
    }

    @Override
    public Iterator<Header> iterator() {
        return lines.iterator();
    }
}
