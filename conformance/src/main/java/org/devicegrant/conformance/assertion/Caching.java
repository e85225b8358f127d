package org.devicegrant.conformance.assertion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.jspecify.annotations.Nullable;

/** What an answer tells caches (RFC 9111 sections 4.2.1 and 5.2.2). */
public enum Caching {
    /** It must not be stored. */
    FORBIDDEN("Cache-Control: no-store"),
    /** Nothing is said that makes it cacheable or forbids it. */
    UNSAID("no no-store"),
    /** It may be kept and used again. */
    ALLOWED("leave to cache it");

    private final String words;

    Caching(String words) {
        this.words = words;
    }

    /** What {@code answer} tells caches. {@code no-store} wins over everything else. */
    public static Caching of(Answer answer) {
        List<String> directives = directives(answer);
        if (directives.contains("no-store")) {
            return FORBIDDEN;
        }
        boolean fresh = directives.contains("public") || directives.stream().anyMatch(Caching::lasting);
        return fresh || (directives.isEmpty() && expiresLater(answer)) ? ALLOWED : UNSAID;
    }

    private static List<String> directives(Answer answer) {
        return answer.headerValues("Cache-Control").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .filter(directive -> !directive.isEmpty())
                .toList();
    }

    private static boolean lasting(String directive) {
        return directive.matches("(max-age|s-maxage)\\s*=\\s*\"?0*[1-9][0-9]*\"?");
    }

    private static boolean expiresLater(Answer answer) {
        Optional<Instant> expires = date(answer.header("Expires"));
        Optional<Instant> date = date(answer.header("Date"));
        return expires.isPresent() && date.isPresent() && expires.get().isAfter(date.get());
    }

    private static Optional<Instant> date(@Nullable String value) {
        try {
            return Optional.ofNullable(value)
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(ZonedDateTime::toInstant);
        } catch (DateTimeException e) {
            // An Expires that is no date counts as past.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
