package org.devicegrant.conformance.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.devicegrant.conformance.requirement.Nearest;

/**
 * How a value is written.
 *
 * @param name what it is, with its article
 * @param advice how to write it, given what was written
 * @param parser the value, or empty if it is written wrongly
 */
record Kind<T>(String name, Function<String, String> advice, Function<String, Optional<T>> parser) {
    static final Kind<Duration> DURATION = new Kind<>(
            "a duration", written -> "Write a number with its unit: 200ms, 60s, 15m, 2h or 7d.", Durations::parse);
    static final Kind<Boolean> FLAG = new Kind<>("true or false", written -> "Write true or false.", Kind::flag);
    static final Kind<URI> ADDRESS = new Kind<>(
            "an http or https address",
            written -> "Write it in full, https://host/path, without user name, fragment or spaces.",
            Kind::address);
    /** Hosted WebDriver servers take their credentials in the address. */
    static final Kind<URI> HUB = new Kind<>(
            "a WebDriver address",
            written -> "Write it in full, https://host/path.",
            text -> uri(text).filter(Kind::isHttp));

    static final Kind<URI> ISSUER = new Kind<>(
            "an issuer",
            written -> "Write the address in full, https://host/path, without query and fragment (RFC 8414 section 2).",
            text -> address(text).filter(uri -> uri.getRawQuery() == null));
    static final Kind<String> SCOPE = new Kind<>(
            "a scope",
            written ->
                    "Separate scope values by single spaces; quotes and backslashes are not allowed (RFC 6749 section 3.3).",
            text -> matching(text, "[!#-\\[\\]-~]++(?: [!#-\\[\\]-~]++)*+"));
    static final Kind<String> TEXT = new Kind<>("a text", written -> "", Optional::of);
    static final Kind<URI> RESOURCE = new Kind<>(
            "a resource indicator",
            written -> "Write an absolute URI without fragment (RFC 8707 section 2).",
            text -> uri(text).filter(uri -> uri.isAbsolute() && uri.getRawFragment() == null));
    static final Kind<Double> RATE = new Kind<>(
            "a positive number",
            written -> "Write requests per second, for example 10.",
            text -> number(text).filter(rate -> rate > 0));
    static final Kind<Double> SHARE = new Kind<>(
            "a share", written -> "Write a percentage, for example 0.1%, or a fraction from 0 to 1.", Kind::share);

    /** One of a few words. */
    static Kind<String> oneOf(List<String> words) {
        return new Kind<>(
                "one of " + String.join(", ", words),
                written -> Nearest.to(written, words)
                        .map(word -> "Did you mean " + word + "?")
                        .orElse("Choose one of them."),
                text -> words.contains(text) ? Optional.of(text) : Optional.empty());
    }

    /** A constant, written in lower case. */
    static <E extends Enum<E>> Kind<E> of(Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Kind::word).toList();
        Kind<String> kind = oneOf(words);
        return new Kind<>(
                kind.name,
                kind.advice,
                text -> kind.parser.apply(text).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Boolean> flag(String text) {
        return matching(text, "true|false").map(Boolean::valueOf);
    }

    private static Optional<URI> address(String text) {
        return uri(text)
                .filter(Kind::isHttp)
                .filter(uri -> uri.getRawUserInfo() == null && uri.getRawFragment() == null);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    }

    private static Optional<Double> number(String text) {
        return matching(text, "\\d{1,9}(\\.\\d{1,9})?").map(Double::valueOf);
    }

    private static Optional<Double> share(String text) {
        Optional<Double> fraction = text.endsWith("%")
                ? number(text.substring(0, text.length() - 1)).map(percent -> percent / 100)
                : number(text);
        return fraction.filter(value -> value <= 1);
    }

    private static Optional<String> matching(String text, String pattern) {
        return Pattern.matches(pattern, text) ? Optional.of(text) : Optional.empty();
    }
}
