package org.devicegrant.conformance.embedded.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.http.Request;

/** What pages say, in one language. */
final class Texts {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "ja", "ar");
    private static final Map<String, Properties> LOADED = new ConcurrentHashMap<>();

    private final String language;
    private final Properties texts;
    private final Map<String, String> replaced;

    private Texts(String language, Map<String, String> replaced) {
        this.language = language;
        this.texts = LOADED.computeIfAbsent(language, Texts::load);
        this.replaced = replaced;
    }

    /** The texts for whoever sends {@code request}. */
    static Texts of(LookRules look, Request request) {
        String language = look.language().orElseGet(() -> wanted(request));
        return new Texts(language, look.replaced());
    }

    /** Tag of the language. */
    String language() {
        return language;
    }

    /** {@code ltr} or {@code rtl}. */
    String direction() {
        return say("dir");
    }

    /** One text, with {0}, {1} … replaced by {@code values}. */
    String say(String key, String... values) {
        String text = replaced.getOrDefault(key, texts.getProperty(key, key));
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    /** The first language of Accept-Language that there is; English if there is none. */
    private static String wanted(Request request) {
        try {
            String header = request.header("Accept-Language").orElse("en");
            return Objects.requireNonNullElse(Locale.lookupTag(Locale.LanguageRange.parse(header), LANGUAGES), "en");
        } catch (IllegalArgumentException malformed) {
            return "en";
        }
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try (InputStream file = Texts.class.getResourceAsStream("texts_" + language + ".properties")) {
            if (file == null) {
                throw new IllegalArgumentException("The pages do not speak " + language + ", only " + LANGUAGES);
            }
            Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            texts.load(reader);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
