package org.devicegrant.conformance.embedded.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decoded request parameters in their order; names may repeat. Immutable. */
public final class Form {
    private final List<Header> pairs;

    Form(List<Header> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** No parameter at all. */
    public static Form empty() {
        return new Form(List.of());
    }

    /**
     * The parameters of a query or a body, every char of which stands for one byte.
     *
     * @throws Refusal if malformed
     */
    public static Form decode(String encoded) {
        return FormParser.decode(encoded);
    }

    /** The first value of {@code name}. */
    public Optional<String> value(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    /** The first value of {@code name}, or an empty text. */
    public String text(String name) {
        return value(name).orElse("");
    }

    /**
     * The first value of {@code name}.
     *
     * @throws Refusal invalid_request if it is missing
     */
    public String required(String name) {
        return value(name).orElseThrow(() -> Refusal.invalidRequest("Parameter " + name + " is missing"));
    }

    /** Every value of {@code name}, in order. */
    public List<String> values(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Header::value)
                .toList();
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    /** Every name once, in the order of first occurrence. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        pairs.forEach(pair -> names.add(pair.name()));
        return names;
    }

    /** This form with {@code name} occurring once. */
    public Form with(String name, String value) {
        return without(name).plus(name, value);
    }

    /** This form with one more pair at the end. */
    public Form plus(String name, String value) {
        List<Header> more = new ArrayList<>(pairs);
        more.add(new Header(name, value));
        return new Form(more);
    }

    /** This form without {@code name}. */
    public Form without(String name) {
        return new Form(pairs.stream().filter(pair -> !pair.name().equals(name)).toList());
    }

    /** This form followed by another. */
    public Form followedBy(Form other) {
        List<Header> all = new ArrayList<>(pairs);
        all.addAll(other.pairs);
        return new Form(all);
    }

    /** This form without the parameters that have no value. */
    public Form withoutEmpty() {
        return new Form(pairs.stream().filter(pair -> !pair.value().isEmpty()).toList());
    }

    /** Names alone: values may be secrets. */
    @Override
    public String toString() {
        return "Form" + names();
    }
}
