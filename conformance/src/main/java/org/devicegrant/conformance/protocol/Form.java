package org.devicegrant.conformance.protocol;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a form body in order, repetitions kept (RFC 6749 appendix B). Immutable.
 *
 * @param parameters name and value pairs as they will be sent, not yet encoded
 */
public record Form(List<Parameter> parameters) {
    /** What malformed bytes are decoded to. */
    private static final char MALFORMED = '\uFFFD';

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

    /** The body with every value written by {@code encoder}, which must give ASCII. */
    public String encoded(UnaryOperator<String> encoder) {
        return parameters.stream()
                .map(p -> encode(p.name()) + (p.value() == null ? "" : "=" + encoder.apply(p.value())))
                .collect(Collectors.joining("&"));
    }

    /** The parameters of a body in UTF-8, or nothing if its escapes or bytes are malformed. */
    public static Optional<Form> parse(String body) {
        Form form = empty();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            Optional<String> name = decode(parts[0]);
            Optional<String> value = parts.length == 1 ? Optional.of("") : decode(parts[1]);
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            form = pair.isEmpty() ? form : form.with(name.get(), value.get());
        }
        return Optional.of(form);
    }

    /** One value decoded, or nothing if its escapes or bytes are malformed. */
    public static Optional<String> decode(String encoded) {
        try {
            String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return decoded.indexOf(MALFORMED) < 0 ? Optional.of(decoded) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
