package org.devicegrant.conformance.target;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a file is not YAML, in plain words. The parser's own message is not shown: it quotes the line, which may hold a
 * secret.
 */
record YamlFault(int line, String message, String advice) {
    private static final Pattern MARK = Pattern.compile(" in '?reader'?, line (\\d{1,7}), column ");
    private static final Map<String, YamlFault> BY_PHRASE = new LinkedHashMap<>();

    static {
        say("(TAB)", "a tab is used for indentation", "Indent with spaces.");
        say("'@'", "a value cannot start with @ here", "Put the value in quotes.");
        say("'`'", "a value cannot start with ` here", "Put the value in quotes.");
        say("'%'", "a value cannot start with % here", "Put the value in quotes.");
        say(
                "mapping values are not allowed",
                "a colon makes this a second key on one line, or the indentation is wrong",
                "Put values with ': ' in quotes, and indent keys of one mapping alike.");
        say(
                "could not find expected ':'",
                "a key without a colon",
                "Write 'key: value', or indent the line as part of the value above.");
        say(
                "quoted scalar",
                "a quote is opened and not closed",
                "Close it, or double a quote inside a single-quoted value.");
        say("flow mapping", "a { is opened and not closed", "Close it with }, and separate keys with commas.");
        say("flow sequence", "a [ is opened and not closed", "Close it with ], and separate items with commas.");
        say("block mapping", "the indentation does not fit the lines above", "Indent the keys of one mapping alike.");
        say("block collection", "the indentation does not fit the lines above", "Indent the items of one list alike.");
        say("undefined alias", "a value cannot start with * here", "Put the value in quotes.");
        say("nesting depth", "too many levels", "A target file has a handful of levels.");
    }

    private static void say(String phrase, String message, String advice) {
        BY_PHRASE.put(phrase, new YamlFault(0, message, advice));
    }

    static YamlFault of(JsonProcessingException exception) {
        String original = exception.getOriginalMessage();
        int line = line(exception, original);
        return BY_PHRASE.entrySet().stream()
                .filter(entry -> original.contains(entry.getKey()))
                .findFirst()
                .map(entry -> new YamlFault(
                        line, entry.getValue().message(), entry.getValue().advice()))
                .orElse(new YamlFault(
                        line, "this is not YAML", "Compare with the lines above: spaces, colons, quotes."));
    }

    /** The parser's location is where the construct began; its message ends with the place that broke it. */
    private static int line(JsonProcessingException exception, String original) {
        Matcher mark = MARK.matcher(original);
        JsonLocation location = exception.getLocation();
        int line = location == null ? 0 : Math.max(location.getLineNr(), 0);
        while (mark.find()) {
            line = Integer.parseInt(mark.group(1));
        }
        return line;
    }

    void addTo(Problems problems) {
        problems.add(line, "", message, advice);
    }
}
