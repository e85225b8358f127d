package org.devicegrant.load.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.browser.page.Choice;
import org.devicegrant.browser.page.Control;
import org.jsoup.nodes.Element;

/** What the user puts into a page. */
final class Filling {
    private final HtmlPage page;
    private final Map<Element, String> values = new LinkedHashMap<>();

    Filling(HtmlPage page) {
        this.page = page;
    }

    void type(Control field, String text) {
        values.put(page.element(field), text);
    }

    void tick(List<Control> boxes) {
        for (Control box : boxes) {
            Element element = page.element(box);
            values.put(element, element.hasAttr("value") ? element.val() : "on");
        }
    }

    void choose(Choice choice) {
        if (choice.entry() < 0) {
            tick(List.of(choice.control()));
        } else {
            Element list = page.element(choice.control());
            values.put(list, list.select("option").get(choice.entry()).val());
        }
    }

    /** Puts it over what a form would send as it stands. */
    void over(Map<Element, String> fields) {
        values.forEach((element, value) -> {
            if (!element.attr("name").isEmpty()) {
                fields.put(element, value);
            }
        });
    }
}
