package org.devicegrant.browser.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one look at a page found, frames and open shadow roots included.
 *
 * @param address address of the top document
 * @param title its title
 * @param status HTTP status of the top document, 0 where unknown
 * @param text visible text
 * @param headings texts of the headings
 * @param alerts texts of what looks like messages
 * @param controls what can be typed into or pressed, in document order
 */
public record Snapshot(
        String address,
        String title,
        int status,
        String text,
        List<String> headings,
        List<String> alerts,
        List<Control> controls) {

    public Snapshot {
        headings = List.copyOf(headings);
        alerts = List.copyOf(alerts);
        controls = List.copyOf(controls);
    }

    /** Whether this is the browser's own error page, for an address that gave no answer or an empty one. */
    public boolean isBrowsersOwn() {
        return address.startsWith("chrome-error:") || address.startsWith("about:neterror");
    }

    /** A page that shows and offers nothing. */
    public boolean isBlank() {
        return text.isBlank() && controls.stream().allMatch(c -> c.called().isBlank() && !c.isField());
    }

    /**
     * Two looks with the same fingerprint show the same page in the same state. Digits are left out: clocks and
     * countdowns are no progress. Values are left out too: typing is no progress either.
     */
    public String fingerprint() {
        String offers = controls.stream()
                .filter(c -> !c.isMereText())
                .map(c -> c.tag()
                        + c.type()
                        + c.id()
                        + c.name()
                        + c.caption().replaceAll("\\d", "")
                        + c.isUsable()
                        + c.isInvalid())
                .collect(Collectors.joining("|"));
        return address.replaceAll("#.*", "") + "\n" + text.replaceAll("[\\d\\s]+", " ") + "\n" + offers;
    }

    /** The same page with only those lines and messages that were not on an earlier one. */
    public Snapshot since(Snapshot earlier) {
        Set<String> known = earlier.text().lines().map(String::strip).collect(Collectors.toSet());
        known.addAll(earlier.alerts());
        known.addAll(earlier.headings());
        String news = text.lines().filter(l -> !known.contains(l.strip())).collect(Collectors.joining("\n"));
        return new Snapshot(
                address,
                title.equals(earlier.title()) ? "" : title,
                status,
                news,
                headings.stream().filter(h -> !known.contains(h)).toList(),
                alerts.stream().filter(a -> !known.contains(a)).toList(),
                controls);
    }

    /** Visible text followed by the values of the fields. */
    public String textWithValues() {
        String values = controls.stream()
                .filter(c -> c.isTextField() && !c.isPassword() && !c.value().isBlank())
                .map(Control::value)
                .collect(Collectors.joining("\n"));
        return values.isEmpty() ? text : text + "\n" + values;
    }
}
