package org.devicegrant.conformance.embedded.page;

import java.util.List;

/** Writes a form in one of the ways that {@link LookRules.Markup} names. */
final class FormView {
    /**
     * A button that sends the form.
     *
     * @param value null for none
     */
    record Button(String id, String name, String value, String text) {
        static Button plain(String id, String text) {
            return new Button(id, "", "", text);
        }
    }

    private final LookRules.Markup markup;
    private final String id;
    private final String action;
    private final StringBuilder inside = new StringBuilder();

    FormView(LookRules.Markup markup, String id, String action) {
        this.markup = markup;
        this.id = id;
        this.action = action;
    }

    FormView hidden(String name, String value) {
        inside.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(Html.escape(name), Html.escape(value)));
        return this;
    }

    FormView field(String name, String type, String label, String value, String autocomplete) {
        if (markup == LookRules.Markup.PLACEHOLDERS) {
            inside.append("<p><input type=\"%s\" name=\"%s\" placeholder=\"%s\" value=\"%s\"></p>%n"
                    .formatted(type, name, Html.escape(label), value));
        } else {
            inside.append("<label for=\"%s\">%s</label>%n".formatted(name, Html.escape(label)));
            inside.append(("<input type=\"%s\" id=\"%s\" name=\"%s\" value=\"%s\" autocomplete=\"%s\""
                            + " autocapitalize=\"none\" spellcheck=\"false\" required>%n")
                    .formatted(type, name, name, value, autocomplete));
        }
        return this;
    }

    /** One field for each character. */
    FormView boxes(String name, int count, String legend, List<String> labels) {
        inside.append("<fieldset class=\"boxes\"><legend>%s</legend>%n".formatted(Html.escape(legend)));
        for (int i = 0; i < count; i++) {
            inside.append("<input type=\"text\" name=\"%s\" maxlength=\"1\" size=\"1\" aria-label=\"%s\">%n"
                    .formatted(name, Html.escape(labels.get(i))));
        }
        inside.append("</fieldset>\n");
        return this;
    }

    FormView checkbox(String name, String value, String label, boolean ticked) {
        String checked = ticked ? " checked" : "";
        inside.append("<label><input type=\"checkbox\" name=\"%s\" value=\"%s\"%s> %s</label>%n"
                .formatted(name, Html.escape(value), checked, label));
        return this;
    }

    FormView markup(String raw) {
        inside.append(raw).append('\n');
        return this;
    }

    /** The whole form, ending with {@code buttons}. */
    String with(Button... buttons) {
        StringBuilder row = new StringBuilder();
        for (Button button : buttons) {
            row.append(button(button)).append('\n');
        }
        String form = "<form method=\"post\" id=\"%s\" action=\"%s\">%n".formatted(id, Html.escape(action));
        return markup == LookRules.Markup.DETACHED_BUTTONS
                ? form + inside + "</form>\n<p>" + row + "</p>"
                : form + inside + "<p>" + row + "</p>\n</form>";
    }

    private String button(Button button) {
        String named =
                button.name().isEmpty() ? "" : " name=\"%s\" value=\"%s\"".formatted(button.name(), button.value());
        String text = Html.escape(button.text());
        return switch (markup) {
            case PLACEHOLDERS ->
                button.name().isEmpty()
                        ? "<input type=\"submit\" value=\"%s\">".formatted(text)
                        : "<input type=\"submit\" name=\"%s:%s\" value=\"%s\">"
                                .formatted(button.name(), button.value(), text);
            case DETACHED_BUTTONS ->
                "<button type=\"submit\" form=\"%s\" id=\"%s\"%s>%s</button>".formatted(id, button.id(), named, text);
            default -> "<button type=\"submit\" id=\"%s\"%s>%s</button>".formatted(button.id(), named, text);
        };
    }
}
