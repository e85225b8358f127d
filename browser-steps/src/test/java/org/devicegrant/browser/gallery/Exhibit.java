package org.devicegrant.browser.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One flow of the gallery, read from {@code gallery/NAME.html}: settings and pages stand between comments.
 *
 * @param name file name without its ending
 * @param settings {@code why}, {@code order}, {@code scripts}, {@code error} and the like
 * @param pages templates by page name
 */
public record Exhibit(String name, Map<String, String> settings, Map<String, String> pages) {
    private static final Pattern PART = Pattern.compile("<!--\\s*([a-z-]+):\\s*(.*?)\\s*-->\\R?");

    /** All exhibits, in the order of the index file. */
    public static List<Exhibit> all() {
        return text("index.txt")
                .lines()
                .filter(l -> !l.isBlank())
                .map(Exhibit::load)
                .toList();
    }

    static Exhibit load(String name) {
        String source = text(name + ".html");
        Map<String, String> settings = new HashMap<>();
        Map<String, String> pages = new LinkedHashMap<>();
        Matcher matcher = PART.matcher(source);
        String page = "";
        int from = 0;
        while (matcher.find()) {
            keep(pages, page, source.substring(from, matcher.start()));
            from = matcher.end();
            if (matcher.group(1).equals("page")) {
                page = matcher.group(2);
            } else {
                settings.put(matcher.group(1), matcher.group(2));
            }
        }
        keep(pages, page, source.substring(from));
        return new Exhibit(name, settings, pages);
    }

    private static void keep(Map<String, String> pages, String page, String body) {
        if (!page.isEmpty()) {
            pages.merge(page, body, String::concat);
        }
    }

    private static String text(String file) {
        try (InputStream stream = Exhibit.class.getResourceAsStream("/gallery/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("no exhibit " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it works without scripts, so that every browser must manage. */
    public boolean scriptless() {
        return !"needed".equals(settings.get("scripts"));
    }

    /** Whether the code comes with the address and is never typed. */
    public boolean usesCompleteAddress() {
        return "complete".equals(settings.get("use"));
    }

    /** What is awkward about it. */
    public String why() {
        return settings.getOrDefault("why", "");
    }

    /** Pages in the order in which the flow goes through them. */
    public List<String> order() {
        return List.of(settings.getOrDefault("order", "code login decision").split(" "));
    }

    /** Language of the shared pages that stand in for those it does not bring along. */
    String page(String page, Map<String, String> shared) {
        return pages.getOrDefault(page, shared.getOrDefault(page, "<title>missing</title>no page " + page));
    }

    int status(String page) {
        return Integer.parseInt(settings.getOrDefault("status-" + page, "200"));
    }

    @Override
    public String toString() {
        return name;
    }
}
