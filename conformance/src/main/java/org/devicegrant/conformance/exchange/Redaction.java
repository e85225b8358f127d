package org.devicegrant.conformance.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.devicegrant.conformance.protocol.Form;

/**
 * Replaces secrets, codes and tokens by keyed digests before anything is kept. The key lives as long as the run, so equal
 * values stay recognisably equal inside it and nobody can test guesses against the evidence afterwards.
 */
public final class Redaction {
    private static final Set<String> SECRET_NAMES = Set.of(
            "device_code",
            "user_code",
            "access_token",
            "refresh_token",
            "id_token",
            "client_secret",
            "client_assertion",
            "assertion",
            "code_verifier",
            "password",
            "token",
            "registration_access_token",
            "session_code",
            "jsessionid",
            "verification_uri_complete");
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "dpop", "dpop-nonce", "x-api-key");
    /** What stands between quotes. Possessive, because Java's engine recurses into what it may have to give back. */
    private static final String QUOTED = "([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)";

    private static final Pattern MEMBER =
            Pattern.compile("\"(" + String.join("|", SECRET_NAMES) + ")\"(\\s*:\\s*)\"" + QUOTED + "\"");
    private static final Pattern PARAMETER =
            Pattern.compile("(^|[?&;#\\s])(" + String.join("|", SECRET_NAMES) + ")=([^&\\s\"'<>#]*)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.~-]{4,}");
    /** What is left of a word without the punctuation around it. */
    private static final Pattern CORE = Pattern.compile("([._~-]*)(.*?)([._~-]*)");

    /** Hexadecimal digits of an escape that was escaped twice more. */
    private static final int LONGEST_ESCAPE = 6;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.~-]{4,}");

    private final byte[] key = new byte[32];
    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final Map<String, String> phrases = new ConcurrentHashMap<>();
    private final List<String> phrasesLongestFirst = new CopyOnWriteArrayList<>();

    public Redaction() {
        new SecureRandom().nextBytes(key);
    }

    /**
     * Learns a value that must never be kept.
     *
     * @param kind what it is, shown in its place, for example {@code device_code}
     * @param value the value; shorter than four characters it is only hidden where its name gives it away
     */
    public void conceal(String kind, String value) {
        if (value.length() < 4) {
            return;
        }
        String stand = stand(kind, value);
        if (PLAIN.matcher(value).matches()) {
            words.putIfAbsent(value, stand);
            return;
        }
        addPhrase(value, stand);
        addPhrase(Form.encode(value), stand);
    }

    private void addPhrase(String phrase, String stand) {
        if (phrases.putIfAbsent(phrase, stand) == null) {
            phrasesLongestFirst.add(phrase);
            phrasesLongestFirst.sort((a, b) -> b.length() - a.length());
        }
    }

    /** {@code text} with every secret replaced, whether known by its value or given away by its name. */
    public String redact(String text) {
        String result = replace(
                MEMBER, text, m -> "\"" + m.group(1) + "\"" + m.group(2) + "\"" + named(m.group(1), m.group(3)) + "\"");
        result = replace(PARAMETER, result, m -> m.group(1) + m.group(2) + "=" + named(m.group(2), m.group(3)));
        for (String phrase : phrasesLongestFirst) {
            result = result.replace(phrase, phrases.getOrDefault(phrase, ""));
        }
        String whole = result;
        return replace(WORD, result, m -> word(m.group(), m.start() > 0 && whole.charAt(m.start() - 1) == '%'));
    }

    /** A known value may stand at the end of a sentence, or behind escapes such as {@code %3D} or {@code %253D}. */
    private String word(String found, boolean escaped) {
        for (int skipped = 0; skipped <= (escaped ? LONGEST_ESCAPE : 0); skipped += 2) {
            Matcher core = CORE.matcher(found).region(Math.min(skipped, found.length()), found.length());
            String stand = words.get(found.substring(Math.min(skipped, found.length())));
            if (stand != null) {
                return found.substring(0, skipped) + stand;
            }
            if (core.matches() && words.containsKey(core.group(2))) {
                return found.substring(0, core.start(2)) + words.get(core.group(2)) + core.group(3);
            }
        }
        return found;
    }

    /** A header's value, replaced as a whole where the header carries credentials. */
    public String header(String name, String value) {
        if (!SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return redact(value);
        }
        int space = value.indexOf(' ');
        String scheme = name.toLowerCase(Locale.ROOT).endsWith("authorization") && space > 0
                ? value.substring(0, space + 1)
                : "";
        return scheme + stand(name.toLowerCase(Locale.ROOT), value);
    }

    private String named(String name, String value) {
        return value.isEmpty() || value.startsWith("‹") ? value : stand(name, value);
    }

    private String stand(String kind, String value) {
        return "‹" + kind + " " + digest(value) + "›";
    }

    /** Keyed digest, 8 hexadecimal digits: enough to tell a run's values apart. */
    public String digest(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HmacSHA256", e);
        }
    }

    private static String replace(Pattern pattern, String text, java.util.function.Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }
}
