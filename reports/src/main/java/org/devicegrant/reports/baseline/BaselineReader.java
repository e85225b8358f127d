package org.devicegrant.reports.baseline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads a baseline file: a YAML list of entries with {@code id}, {@code verdict}, {@code message}, {@code reason} and
 * {@code until}, all of them required.
 */
public final class BaselineReader {

    private static final List<String> KEYS = List.of("id", "verdict", "message", "reason", "until");
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String place;

    private BaselineReader(String place) {
        this.place = place;
    }

    /** A value with the line it stands in. */
    private record Placed(String text, int line) {}

    /**
     * The baseline written as {@code yaml}. An empty file is an empty baseline.
     *
     * @param place the file's name, for messages
     * @throws WrongBaseline if it is no YAML, or an entry is incomplete, has unknown keys or appears twice
     */
    public static Baseline read(String yaml, String place) {
        BaselineReader reader = new BaselineReader(place);
        try (JsonParser parser = YAML.createParser(yaml)) {
            return new Baseline(place, reader.entries(parser));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new WrongBaseline(place, line, "this is not YAML: " + problem);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }

    private List<BaselineEntry> entries(JsonParser parser) throws IOException {
        List<BaselineEntry> entries = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return entries;
        }
        if (first != JsonToken.START_ARRAY) {
            throw wrong(line(parser), "a baseline is a list of entries, each beginning with \"- id:\"");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            BaselineEntry entry = entry(parser);
            Integer before = lines.putIfAbsent(entry.id(), entry.line());
            if (before != null) {
                throw wrong(entry.line(), entry.id() + " is listed a second time, first in line " + before);
            }
            entries.add(entry);
        }
        return entries;
    }

    private BaselineEntry entry(JsonParser parser) throws IOException {
        int line = line(parser);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(line, "an entry has the keys " + String.join(", ", KEYS));
        }
        Map<String, Placed> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            readValue(parser, values);
        }
        Placed id = required(values, "id", line);
        return new BaselineEntry(
                id.text(),
                verdict(required(values, "verdict", line)),
                Glob.of(required(values, "message", line).text()),
                required(values, "reason", line).text(),
                date(required(values, "until", line)),
                id.line());
    }

    private void readValue(JsonParser parser, Map<String, Placed> values) throws IOException {
        String key = parser.currentName();
        int line = line(parser);
        if (!KEYS.contains(key)) {
            throw wrong(line, "unknown key \"" + key + "\"; an entry has the keys " + String.join(", ", KEYS));
        }
        if (!parser.nextToken().isScalarValue()) {
            throw wrong(line, "\"" + key + "\" has to be a single value");
        }
        if (values.put(key, new Placed(parser.getText(), line)) != null) {
            throw wrong(line, "\"" + key + "\" is given twice");
        }
    }

    private Placed required(Map<String, Placed> values, String key, int line) {
        @Nullable Placed value = values.get(key);
        if (value == null) {
            throw wrong(line, "this entry has no \"" + key + "\"");
        }
        if (value.text().isBlank() || value.text().equals("null")) {
            throw wrong(value.line(), "\"" + key + "\" is empty");
        }
        return value;
    }

    private Verdict verdict(Placed value) {
        return switch (value.text()) {
            case "FAIL" -> Verdict.FAIL;
            case "WARNING" -> Verdict.WARNING;
            default -> throw wrong(value.line(), "\"verdict\" is FAIL or WARNING, not " + value.text());
        };
    }

    private LocalDate date(Placed value) {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeParseException e) {
            throw wrong(value.line(), "\"until\" is a date such as 2027-03-01, not " + value.text());
        }
    }

    private WrongBaseline wrong(int line, String problem) {
        return new WrongBaseline(place, line, problem);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
