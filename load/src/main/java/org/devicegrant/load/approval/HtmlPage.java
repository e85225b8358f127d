package org.devicegrant.load.approval;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Snapshot;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page as it was sent, without script: its controls in the terms of browser-steps, and its forms. */
final class HtmlPage {
    private final Document document;
    private final List<Element> elements = new ArrayList<>();
    private final Snapshot snapshot;

    private HtmlPage(Surfing.Page page) {
        this.document = Jsoup.parse(page.html(), page.address().toString());
        List<Control> controls = new ArrayList<>();
        for (Element element : document.select("input,textarea,select,button,a[href]")) {
            if (!element.attr("type").equalsIgnoreCase("hidden") && !hidden(element)) {
                controls.add(new Control(elements.size(), facts(element)));
                elements.add(element);
            }
        }
        this.snapshot = new Snapshot(
                page.address().toString(),
                document.title(),
                page.status(),
                document.body().text(),
                document.select("h1,h2,h3,[role=heading]").eachText(),
                document.select("[role=alert],[role=status],[class*=error],[class*=alert],[class*=message]")
                        .eachText(),
                controls);
    }

    static HtmlPage of(Surfing.Page page) {
        return new HtmlPage(page);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The element behind a control. */
    Element element(Control control) {
        return elements.get(control.index());
    }

    /** The form a control belongs to, which may be elsewhere on the page; null if there is none. */
    @Nullable Element form(Element control) {
        String elsewhere = control.attr("form");
        return elsewhere.isEmpty() ? control.closest("form") : document.getElementById(elsewhere);
    }

    /** The only form of a page that submits itself by script, or null. */
    @Nullable Element selfSubmitting() {
        List<Element> forms = document.select("form");
        boolean asks = !document.select("input:not([type=hidden]):not([type=submit]),textarea,select")
                .isEmpty();
        return forms.size() == 1 && !asks ? forms.get(0) : null;
    }

    /** What the form would send as it stands: every field with a name, in order, but no button. */
    Map<Element, String> fields(Element form) {
        Map<Element, String> fields = new LinkedHashMap<>();
        for (Element element : document.select("input[name],textarea[name],select[name]")) {
            if (form.equals(form(element)) && sends(element)) {
                Element chosen = element.selectFirst("option[selected],option");
                boolean select = element.normalName().equals("select");
                fields.put(element, select ? chosen == null ? "" : chosen.val() : element.val());
            }
        }
        return fields;
    }

    /** Where a form is sent; a button may send it elsewhere. */
    URI action(Element form, @Nullable Element button) {
        String other = button == null ? "" : button.attr("formaction");
        String action = other.isEmpty() ? form.attr("action") : other;
        URI base = URI.create(document.baseUri());
        try {
            return action.isEmpty() ? base : base.resolve(action);
        } catch (IllegalArgumentException e) {
            throw new ApprovalFailed("a form of the server is sent to something that is no address");
        }
    }

    private static boolean sends(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "submit", "button", "image", "reset", "file" -> false;
            case "checkbox", "radio" -> element.hasAttr("checked") && !element.hasAttr("disabled");
            default -> !element.hasAttr("disabled");
        };
    }

    private static boolean hidden(Element element) {
        for (Element up = element; up != null; up = up.parent()) {
            String style = up.attr("style").replace(" ", "");
            if (up.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden")) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Object> facts(Element element) {
        boolean field = !element.normalName().matches("button|a")
                && !element.attr("type").matches("(?i)submit|button|image|reset");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sort", element.normalName().equals("a") ? "link" : field ? "field" : "button");
        facts.put("tag", element.normalName());
        facts.put("type", type(element, field));
        for (String name : List.of("role", "id", "name", "title", "autocomplete", "inputmode", "href")) {
            facts.put(name, element.attr(name));
        }
        facts.put("classes", element.className());
        facts.put("hint", element.attr("placeholder"));
        facts.put("label", element.hasAttr("aria-label") ? element.attr("aria-label") : field ? label(element) : "");
        facts.put("text", field ? "" : element.normalName().equals("input") ? element.val() : element.text());
        facts.put("value", field && !element.attr("type").equals("password") ? element.val() : "");
        facts.put("empty", field && element.val().isEmpty());
        facts.put(
                "maxLength",
                element.attr("maxlength").matches("\\d{1,4}") ? Integer.parseInt(element.attr("maxlength")) : 0);
        facts.put("readOnly", element.hasAttr("readonly"));
        facts.put("disabled", element.hasAttr("disabled"));
        facts.put("checked", element.hasAttr("checked"));
        facts.put("required", element.hasAttr("required"));
        if (element.normalName().equals("select") && !element.hasAttr("multiple")) {
            List<Element> options = element.select("option");
            facts.put("entries", options.stream().map(HtmlPage::entry).toList());
            facts.put("chosen", Math.max(0, options.indexOf(element.selectFirst("option[selected]"))));
        }
        Element form = form(element);
        facts.put("form", form == null ? "" : document.select("form").indexOf(form) + " " + form.attr("action"));
        return facts;
    }

    /** What stands in a list; an entry that cannot be meant is blank. */
    private static String entry(Element option) {
        boolean none = option.hasAttr("value") && option.attr("value").isEmpty();
        return none || option.hasAttr("disabled") || option.hasAttr("hidden") ? "" : option.text();
    }

    private static String type(Element element, boolean field) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (!type.isEmpty()) {
            return type;
        }
        return element.normalName().equals("button") ? "submit" : field ? "text" : "";
    }

    private String label(Element element) {
        Element label = element.id().isEmpty()
                ? null
                : document.selectFirst(
                        "label[for=" + org.jsoup.parser.TokenQueue.escapeCssIdentifier(element.id()) + "]");
        Element around = label == null ? element.closest("label") : label;
        return around == null ? "" : around.text();
    }
}
