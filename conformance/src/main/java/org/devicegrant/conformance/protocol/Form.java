package org.devicegrant.conformance.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a form body in order, repetitions kept (RFC 6749 appendix B). Immutable.
 *
 * @param parameters name and value pairs as they will be sent, not yet encoded
 */
public record Form(List<Parameter> parameters) {
    public Form {
        parameters = List.copyOf(parameters);
    }

    /** One parameter. A null value is sent as the bare name. */
    public record Parameter(String name, @Nullable String value) {}

    public static Form empty() {
        return new Form(List.of());
    }

    /** Adds a parameter at the end, even if one of that name is there already. */
    public Form with(String name, @Nullable String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Form(more);
    }

    /** Removes every parameter called {@code name}. */
    public Form without(String name) {
        return new Form(parameters.stream().filter(p -> !p.name().equals(name)).toList());
    }

    /** Gives {@code name} this one value, in its old place or at the end. */
    public Form replace(String name, String value) {
        List<Parameter> changed = new ArrayList<>();
        boolean done = false;
        for (Parameter parameter : parameters) {
            if (!parameter.name().equals(name)) {
                changed.add(parameter);
            } else if (!done) {
                changed.add(new Parameter(name, value));
                done = true;
            }
        }
        return done ? new Form(changed) : with(name, value);
    }

    /** The same parameters, last first. */
    public Form reversed() {
        List<Parameter> reversed = new ArrayList<>(parameters);
        java.util.Collections.reverse(reversed);
        return new Form(reversed);
    }

    /** The first value of {@code name}, or null. */
    public @Nullable String value(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse(null);
    }

    /** The body or query as {@code application/x-www-form-urlencoded} in UTF-8. */
    public String encoded() {
        return parameters.stream()
                .map(p -> encode(p.name()) + (p.value() == null ? "" : "=" + encode(p.value())))
                .collect(Collectors.joining("&"));
    }

    /** One value form-encoded in UTF-8. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** One value with every byte percent-encoded, in upper or lower case hexadecimal digits. */
    public static String encodeEveryByte(String value, boolean upperCase) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(java.util.Locale.ROOT, upperCase ? "%%%02X" : "%%%02x", octet));
        }
        return encoded.toString();
    }
}
