package org.devicegrant.browser.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The word lists of all languages together. Pages mix languages and often declare the wrong one, so none is preferred.
 */
public final class Words {
    /** Languages that have a word list. */
    public static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "it", "es", "pt", "ja", "zh", "ko", "ru", "ar");

    private static final Words STANDARD = load();

    /** Labels repeat from look to look; more than this are forgotten together. */
    private static final int REMEMBERED = 20_000;

    private final Map<Meaning, List<Phrase>> phrases;
    private final Map<Asked, Double> weights = new ConcurrentHashMap<>();

    private record Asked(Meaning meaning, String text) {}

    private Words(Map<Meaning, List<Phrase>> phrases) {
        this.phrases = phrases;
    }

    /** The lists that are shipped. */
    public static Words standard() {
        return STANDARD;
    }

    /** Weight of the strongest phrase of this meaning in the text; 0 if there is none, about 1 for a word, more for longer phrases. */
    public double weight(Meaning meaning, String text) {
        if (text.isBlank()) {
            return 0;
        }
        if (weights.size() > REMEMBERED) {
            weights.clear();
        }
        return weights.computeIfAbsent(new Asked(meaning, text), this::strongest);
    }

    private double strongest(Asked asked) {
        Said said = Said.of(asked.text());
        return phrases.getOrDefault(asked.meaning(), List.of()).stream()
                .mapToDouble(phrase -> phrase.weight(said))
                .max()
                .orElse(0);
    }

    /** Weights of all phrases of this meaning in the text, the strongest counted in full and each further one by half. */
    public double sum(Meaning meaning, String text) {
        Said said = Said.of(text);
        double best = 0;
        double all = 0;
        for (Phrase phrase : phrases.getOrDefault(meaning, List.of())) {
            double weight = phrase.weight(said);
            best = Math.max(best, weight);
            all += weight;
        }
        return best + (all - best) / 2;
    }

    /** Whether any phrase of this meaning occurs. */
    public boolean speaksOf(Meaning meaning, String text) {
        return weight(meaning, text) > 0;
    }

    /** Number of entries of a meaning, over all languages. */
    int size(Meaning meaning) {
        return phrases.getOrDefault(meaning, List.of()).size();
    }

    private static Words load() {
        Map<Meaning, List<Phrase>> phrases = new EnumMap<>(Meaning.class);
        for (String language : LANGUAGES) {
            read(language)
                    .forEach((meaning, entries) -> phrases.computeIfAbsent(meaning, m -> new ArrayList<>())
                            .addAll(entries));
        }
        return new Words(phrases);
    }

    /** The list of one language. */
    static Map<Meaning, List<Phrase>> read(String language) {
        String name = "/org/devicegrant/browser/words/" + language + ".words";
        try (InputStream stream = Words.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("word list " + name + " is missing from the jar");
            }
            return parse(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Meaning, List<Phrase>> parse(BufferedReader reader, String name) throws IOException {
        Map<Meaning, List<Phrase>> found = new EnumMap<>(Meaning.class);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalStateException(name + ": no colon in \"" + line + "\"");
            }
            Meaning meaning = Meaning.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
            List<Phrase> entries = new ArrayList<>();
            for (String entry : line.substring(colon + 1).split("\\|", -1)) {
                entries.add(Phrase.parse(entry.strip()));
            }
            found.put(meaning, entries);
        }
        return found;
    }
}
