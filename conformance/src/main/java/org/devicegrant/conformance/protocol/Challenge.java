package org.devicegrant.conformance.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One challenge of a {@code WWW-Authenticate} header field (RFC 9110 section 11.6.1).
 *
 * @param scheme authentication scheme in lower case
 * @param parameters its parameters, names in lower case; a bare token68 is left out
 */
public record Challenge(String scheme, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    /** What stands between quotes. Possessive, because Java's engine recurses into what it may have to give back. */
    private static final String QUOTED = "([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)";

    private static final Pattern PARAMETER =
            Pattern.compile("\\G\\s*(" + TOKEN + ")\\s*=\\s*(?:\"" + QUOTED + "\"|(" + TOKEN + "))");
    private static final Pattern SCHEME = Pattern.compile("\\G\\s*(" + TOKEN + ")(?=\\s|,|$)");
    private static final Pattern TOKEN68 = Pattern.compile("\\G\\s+[A-Za-z0-9._~+/-]+=*\\s*(?=,|$)");
    private static final Pattern COMMA = Pattern.compile("\\G\\s*,[\\s,]*");

    public Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** Whether this is a challenge of {@code scheme}, whatever its case. */
    public boolean is(String wanted) {
        return scheme.equals(wanted.toLowerCase(Locale.ROOT));
    }

    /** The challenges of all values of the header field, or nothing if one of them is malformed or there are none. */
    public static Optional<List<Challenge>> parse(List<String> values) {
        List<Challenge> all = new ArrayList<>();
        for (String value : values) {
            if (!new Reader(value, all).read()) {
                return Optional.empty();
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all));
    }

    /** Reads one field value; a comma separates parameters as well as challenges. */
    private static final class Reader {
        private final String value;
        private final List<Challenge> challenges;
        private int at;

        Reader(String value, List<Challenge> challenges) {
            this.value = value.strip();
            this.challenges = challenges;
        }

        boolean read() {
            while (at < value.length()) {
                Matcher scheme = at(SCHEME);
                if (!scheme.find()) {
                    return false;
                }
                at = scheme.end();
                challenges.add(new Challenge(scheme.group(1).toLowerCase(Locale.ROOT), parameters()));
                if (at < value.length() && !skip(COMMA)) {
                    return false;
                }
            }
            return true;
        }

        private Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            if (skip(TOKEN68)) {
                return parameters;
            }
            for (Matcher next = at(PARAMETER); next.find(); next = at(PARAMETER)) {
                String text =
                        next.group(2) == null ? next.group(3) : next.group(2).replaceAll("\\\\(.)", "$1");
                parameters.put(next.group(1).toLowerCase(Locale.ROOT), text);
                at = next.end();
                int comma = at;
                if (!skip(COMMA) || !at(PARAMETER).find()) {
                    at = comma;
                    break;
                }
            }
            return parameters;
        }

        private boolean skip(Pattern pattern) {
            Matcher matcher = at(pattern);
            boolean found = matcher.find();
            at = found ? matcher.end() : at;
            return found;
        }

        private Matcher at(Pattern pattern) {
            return pattern.matcher(value).region(at, value.length());
        }
    }
}
