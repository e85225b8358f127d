package org.devicegrant.browser.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One thing on a page that can be typed into or pressed, with what was read about it. */
public final class Control {
    private final int index;
    private final Map<String, ?> facts;

    /**
     * @param index place in the page's list of controls, by which the browser finds it again
     * @param facts what the reading script found; absent keys count as empty
     */
    public Control(int index, Map<String, ?> facts) {
        this.index = index;
        this.facts = facts;
    }

    public int index() {
        return index;
    }

    private String text(String key) {
        Object value = facts.get(key);
        return value == null ? "" : value.toString();
    }

    private boolean flag(String key) {
        return Boolean.TRUE.equals(facts.get(key));
    }

    private int number(String key) {
        return facts.get(key) instanceof Number number ? number.intValue() : 0;
    }

    public boolean isField() {
        return text("sort").equals("field");
    }

    public boolean isLink() {
        return text("sort").equals("link");
    }

    /** A button or link by its element or role; not mere text that happens to be clickable. */
    public boolean isDeclared() {
        return !text("sort").equals("words") && !text("sort").equals("pointed");
    }

    /** Mere text that gives no sign at all that it could be pressed. */
    public boolean isMereText() {
        return text("sort").equals("words");
    }

    public boolean isChoice() {
        return isField() && (type().equals("checkbox") || role().equals("checkbox") || role().equals("switch"));
    }

    public boolean isOption() {
        return isField() && (type().equals("radio") || role().equals("radio"));
    }

    public boolean isTextField() {
        return isField() && !isChoice() && !isOption() && !tag().equals("select") && !PRESSED.contains(type());
    }

    private static final List<String> PRESSED =
            List.of("submit", "button", "image", "reset", "file", "range", "color", "date", "hidden");

    public boolean isPassword() {
        return isField() && type().equals("password");
    }

    public boolean isSubmit() {
        return (tag().equals("button") && (type().equals("submit") || type().isEmpty()))
                || (tag().equals("input") && (type().equals("submit") || type().equals("image")));
    }

    /** Entries of a list to choose one from, in its order; those that cannot be chosen are empty. */
    public List<String> entries() {
        return facts.get("entries") instanceof List<?> list
                ? list.stream().map(entry -> Objects.toString(entry, "")).toList()
                : List.of();
    }

    /** Place of the entry that is chosen, -1 for none. */
    public int chosen() {
        return facts.get("chosen") instanceof Number number ? number.intValue() : -1;
    }

    public String tag() {
        return text("tag");
    }

    public String type() {
        return text("type");
    }

    public String role() {
        return text("role");
    }

    public String id() {
        return text("id");
    }

    public String name() {
        return text("name");
    }

    public String classes() {
        return text("classes");
    }

    public String label() {
        return text("label");
    }

    public String hint() {
        return text("hint");
    }

    public String title() {
        return text("title");
    }

    public String near() {
        return text("near");
    }

    public String group() {
        return text("group");
    }

    public String described() {
        return text("described");
    }

    public String autocomplete() {
        return text("autocomplete");
    }

    public String inputMode() {
        return text("inputmode");
    }

    public String value() {
        return text("value");
    }

    public String form() {
        return text("frame") + text("form");
    }

    public boolean isInForm() {
        return !text("form").isEmpty();
    }

    public String href() {
        return text("href");
    }

    public String place() {
        return text("place");
    }

    public String around() {
        return text("around");
    }

    /** Text on it. */
    public String caption() {
        return text("text");
    }

    /** What a person or a screen reader would call it. */
    public String called() {
        for (String key : List.of("label", "text", "hint", "title")) {
            if (!text(key).isBlank()) {
                return text(key);
            }
        }
        return "";
    }

    public boolean isEmpty() {
        return flag("empty");
    }

    public boolean isUsable() {
        return !flag("disabled");
    }

    public boolean isReadOnly() {
        return flag("readOnly");
    }

    public boolean isChecked() {
        return flag("checked");
    }

    public boolean isRequired() {
        return flag("required");
    }

    public boolean isInvalid() {
        return flag("invalid");
    }

    public boolean isCovered() {
        return flag("covered");
    }

    /** Too narrow for more than a few characters. */
    public boolean isNarrow() {
        return facts.get("box") instanceof List<?> box
                && box.size() == 4
                && box.get(2) instanceof Number width
                && width.intValue() > 0
                && width.intValue() < 80;
    }

    public int maxLength() {
        return number("maxLength");
    }

    /** A short name for people: caption or label, else its CSS selector; never its value. */
    public String shortName() {
        String called = called();
        return called.isBlank()
                ? selector()
                : "\"" + (called.length() > 40 ? called.substring(0, 40) + "…" : called) + "\"";
    }

    /** A CSS selector a person could write into the steps. */
    public String selector() {
        if (id().matches("[A-Za-z][\\w-]*")) {
            return "#" + id();
        }
        if (!name().isEmpty()) {
            String value = !isField() && !value().isEmpty() ? "[value=\"" + quoted(value()) + "\"]" : "";
            return tag() + "[name=\"" + quoted(name()) + "\"]" + value;
        }
        if (isSubmit()) {
            return tag() + (type().isEmpty() ? "" : "[type=\"" + type() + "\"]");
        }
        return isField() && !type().isEmpty() ? tag() + "[type=\"" + type() + "\"]" : tag() + classSelector();
    }

    private String classSelector() {
        String first = classes().strip().split("\\s+", -1)[0];
        return first.matches("[A-Za-z][\\w-]*") ? "." + first : "";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        return tag() + " " + shortName();
    }
}
