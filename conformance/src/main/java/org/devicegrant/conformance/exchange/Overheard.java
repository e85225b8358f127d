package org.devicegrant.conformance.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.devicegrant.conformance.protocol.Form;

/** Finds in what is sent and received the values that must not be kept, however they turn up again later. */
public final class Overheard {
    private static final List<String> ISSUED = List.of(
            "device_code",
            "user_code",
            "access_token",
            "refresh_token",
            "id_token",
            "client_secret",
            "registration_access_token");
    private static final Pattern SENT = Pattern.compile("(?:^|&)(client_assertion|code_verifier)=([^&]*)");
    private static final Pattern INPUT = Pattern.compile("(?i)<input\\b");
    private static final Pattern HIDDEN = Pattern.compile("(?i)\\btype\\s*=\\s*[\"']?hidden\\b");
    private static final Pattern NAME = attribute("name");
    private static final Pattern VALUE = attribute("value");

    /** Hidden fields that are no secret, and others that look random because they are long. */
    private static final Set<String> PUBLIC =
            Set.of("client_id", "scope", "redirect_uri", "response_type", "grant_type", "locale", "user_code");

    /** Letters with digits, or letters whose case changes more often than words would; one value of a thousand has no digit. */
    private static final Pattern RANDOM =
            Pattern.compile("(?:(?=.*[0-9])(?=.*[A-Za-z])|(?=(?:.*?[a-z][A-Z]){3}))[A-Za-z0-9_.~+/=-]{20,}");

    /** Shorter codes could be words of the language in another spelling. */
    private static final int LEAST_SPELT = 6;

    private final Redaction redaction;

    public Overheard(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Credentials, assertions and proofs of a request: servers repeat them in their errors. */
    void sent(Request request) {
        for (Header header : request.headers()) {
            switch (header.name().toLowerCase(Locale.ROOT)) {
                case "authorization" ->
                    redaction.conceal("authorization", header.value().replaceFirst("^\\S+ +", ""));
                case "dpop" -> redaction.conceal("dpop", header.value());
                case "cookie" -> List.of(header.value().split("; *", -1)).forEach(this::cookie);
                default -> {}
            }
        }
        Matcher parameter = SENT.matcher(request.body());
        while (parameter.find()) {
            String name = parameter.group(1);
            Form.decode(parameter.group(2)).ifPresent(value -> redaction.conceal(name, value));
        }
    }

    /** Codes, tokens, cookies and the guards of forms in an answer. */
    void received(Answer answer) {
        answer.json().ifPresent(json -> {
            for (String name : ISSUED) {
                if (json.path(name).isTextual()) {
                    issued(name, json.path(name).textValue());
                }
            }
        });
        for (Header header : answer.headers()) {
            if (header.name().equalsIgnoreCase("Set-Cookie")) {
                cookie(header.value().split(";", 2)[0]);
            }
        }
        if (answer.json().isEmpty()) {
            hidden(answer.text());
        }
    }

    /** The source of a page of the user's side as it may be kept. */
    public String page(String source) {
        hidden(source);
        return redaction.redact(source);
    }

    /** People type user codes in other spellings, and pages repeat them. */
    private void issued(String name, String value) {
        redaction.conceal(name, value);
        if (name.equals("user_code") && value.length() >= LEAST_SPELT) {
            String bare = value.replaceAll("[^\\p{L}\\p{N}]", "");
            for (String spelling : List.of(value, bare)) {
                redaction.conceal(name, spelling.toLowerCase(Locale.ROOT));
                redaction.conceal(name, spelling.toUpperCase(Locale.ROOT));
            }
        }
    }

    private void cookie(String pair) {
        String value = pair.substring(pair.indexOf('=') + 1);
        if (RANDOM.matcher(value).matches()) {
            redaction.conceal("cookie", value);
        }
    }

    private void hidden(String page) {
        Matcher inputs = INPUT.matcher(page);
        for (int from = 0; inputs.find(from); ) {
            from = page.indexOf('>', inputs.end());
            if (from < 0) {
                return;
            }
            String input = page.substring(inputs.start(), from);
            String name = first(NAME, input);
            String value = first(VALUE, input);
            if (HIDDEN.matcher(input).find()
                    && !PUBLIC.contains(name)
                    && RANDOM.matcher(value).matches()) {
                redaction.conceal("hidden field", value);
            }
        }
    }

    private static Pattern attribute(String name) {
        return Pattern.compile("(?i)\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))");
    }

    private static String first(Pattern attribute, String tag) {
        Matcher match = attribute.matcher(tag);
        if (!match.find()) {
            return "";
        }
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        return "";
    }
}
