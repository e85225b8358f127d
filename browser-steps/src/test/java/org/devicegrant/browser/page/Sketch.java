package org.devicegrant.browser.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A page as a browser would report it, drawn in a few words. */
public final class Sketch {
    private final String address;
    private final String title;
    private int status = 200;
    private final List<String> lines = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();

    private Sketch(String address, String title) {
        this.address = address;
        this.title = title;
    }

    /** A page of this title at a path of one server. */
    public static Sketch of(String path, String title) {
        return new Sketch("http://127.0.0.1:8080/" + path, title);
    }

    /** The browser's own page about an address that does not answer. */
    public static Snapshot neterror() {
        return new Snapshot("about:neterror", "", 0, "refused to connect", List.of(), List.of(), List.of());
    }

    public Sketch status(int code) {
        status = code;
        return this;
    }

    public Sketch heading(String text) {
        headings.add(text);
        return says(text);
    }

    public Sketch alert(String text) {
        alerts.add(text);
        return says(text);
    }

    public Sketch says(String text) {
        lines.add(text);
        return this;
    }

    /** A labelled text field in the page's one form. */
    public Sketch field(String name, String label) {
        return field(name, label, facts -> facts);
    }

    public Sketch field(String name, String label, UnaryOperator<Map<String, Object>> more) {
        return control(
                more, "sort", "field", "tag", "input", "type", "text", "name", name, "label", label, "empty", true);
    }

    public Sketch password(String name) {
        return field(name, "Password", with("type", "password"));
    }

    public Sketch button(String caption) {
        return button(caption, facts -> facts);
    }

    public Sketch button(String caption, UnaryOperator<Map<String, Object>> more) {
        lines.add(caption);
        return control(more, "sort", "button", "tag", "button", "type", "submit", "text", caption);
    }

    public Sketch link(String caption) {
        lines.add(caption);
        return control(with("form", ""), "sort", "link", "tag", "a", "text", caption, "href", "elsewhere");
    }

    public Sketch radio(String label) {
        return field("answer", label, with("type", "radio"));
    }

    public Sketch tick(String label) {
        return field("scope", label, with("type", "checkbox"));
    }

    /** A list to choose one entry from; the first is chosen. */
    public Sketch list(String name, String label, String... entries) {
        return field(
                name,
                label,
                facts -> with("empty", entries[0].isEmpty())
                        .apply(with("tag", "select")
                                .apply(with("entries", List.of(entries))
                                        .apply(with("chosen", 0).apply(facts)))));
    }

    /** Adds one fact to those of a control. */
    public static UnaryOperator<Map<String, Object>> with(String key, Object value) {
        return facts -> {
            Map<String, Object> more = new HashMap<>(facts);
            more.put(key, value);
            return more;
        };
    }

    private Sketch control(UnaryOperator<Map<String, Object>> more, Object... pairs) {
        Map<String, Object> facts = new HashMap<>(Map.of("form", "0 post"));
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        controls.add(new Control(controls.size(), more.apply(facts)));
        return this;
    }

    public Snapshot page() {
        return new Snapshot(address, title, status, String.join("\n", lines), headings, alerts, controls);
    }

    /** What the page is taken for by alice, who holds the code WXKT-BCDF. */
    public Reading read() {
        return new PageReader(Words.standard()).read(page(), new Knowledge(List.of("WXKT-BCDF"), "alice"));
    }
}
