package org.devicegrant.browser.walk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.page.Choice;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Sketch;
import org.devicegrant.browser.page.Snapshot;
import org.jspecify.annotations.Nullable;

/** Pages that lead to each other by the captions of their buttons, without a browser and without time. */
class PaperPages implements Surface {
    private final Map<String, Snapshot> pages = new LinkedHashMap<>();
    private final Map<String, String> ways = new HashMap<>();
    private final Map<Integer, String> values = new HashMap<>();
    private final List<String> deeds = new ArrayList<>();
    private String open = "";
    private String kept = "";
    private int documents;
    private @Nullable String dies;
    private boolean movesOnce;

    /** Adds a page; the first is the one that is open. */
    PaperPages page(String name, Sketch sketch) {
        pages.put(name, sketch.page());
        open = open.isEmpty() ? name : open;
        return this;
    }

    /** Pressing what is called so on a page leads to another; {@code enter} is the key. */
    PaperPages way(String from, String caption, String to) {
        ways.put(from + " " + caption, to);
        return this;
    }

    /** The browser dies when this is pressed. */
    PaperPages dyingAt(String caption) {
        dies = caption;
        return this;
    }

    /** The page changes under the hands once. */
    PaperPages movingOnce() {
        movesOnce = true;
        return this;
    }

    /** What was done, in order. */
    List<String> deeds() {
        return List.copyOf(deeds);
    }

    private Snapshot current() {
        return pages.get(open);
    }

    private void press(String what) {
        deeds.add("press " + what);
        if (what.equals(dies)) {
            throw new BrowserFailure("the browser is gone");
        }
        String to = ways.get(open + " " + what);
        if (to != null) {
            open = to;
            documents++;
            values.clear();
        }
    }

    @Override
    public Pulse pulse() {
        return new Pulse(false, Duration.ofHours(1), true, "document " + documents);
    }

    @Override
    public Snapshot snapshot() {
        return current();
    }

    @Override
    public String document() {
        return "document " + documents;
    }

    @Override
    public void click(Control control) throws Moved {
        if (movesOnce) {
            movesOnce = false;
            throw new Moved(new IllegalStateException());
        }
        press(control.called());
    }

    @Override
    public void choose(Choice choice) {
        press(choice.called());
    }

    @Override
    public void type(Control control, String text) {
        deeds.add("type " + control.name() + " " + text);
        values.merge(control.index(), text, String::concat);
    }

    @Override
    public void erase(Control control) {
        values.remove(control.index());
    }

    @Override
    public boolean isEnabled(Control control) {
        return true;
    }

    @Override
    public void enter(Control control) {
        press("enter");
    }

    @Override
    public String valueOf(Control control) {
        return values.getOrDefault(control.index(), control.value());
    }

    @Override
    public @Nullable Control find(String selector) {
        return current().controls().stream()
                .filter(c -> c.selector().equals(selector))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String keep(Function<List<String>, String> notes) {
        kept = notes.apply(List.of("404 GET http://127.0.0.1:8080/style.css"));
        return "walk.txt";
    }

    /** The account of the walk. */
    String kept() {
        return kept;
    }

    @Override
    public String picture(PageKind kind) {
        return kind + ".png";
    }
}
