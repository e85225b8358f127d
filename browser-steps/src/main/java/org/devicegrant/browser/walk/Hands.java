package org.devicegrant.browser.walk;

import java.time.Duration;
import java.util.List;
import org.devicegrant.browser.page.Control;
import org.devicegrant.browser.page.Knowledge;

/** Types as a person does: key by key, looking whether it arrived. */
final class Hands {
    private static final Duration ARRIVAL = Duration.ofMillis(400);

    private final Surface surface;

    Hands(Surface surface) {
        this.surface = surface;
    }

    /** Replaces what stands in a field. */
    void fill(Control field, String text) throws Moved {
        if (!field.isEmpty()) {
            surface.erase(field);
        }
        surface.type(field, text);
    }

    /**
     * Types the code into its fields. A page that formats while one types may take the separator twice or drop it: then
     * the code goes in once more without separators.
     */
    void code(List<Control> fields, String code) throws Moved {
        for (Control field : fields) {
            if (!field.isEmpty()) {
                surface.erase(field);
            }
        }
        spread(fields, CodeParts.of(code, fields));
        String bare = code.replaceAll("[^\\p{L}\\p{N}]", "");
        if (!arrives(fields, bare)) {
            for (Control field : fields) {
                if (!surface.valueOf(field).isEmpty()) {
                    surface.erase(field);
                }
            }
            spread(fields, CodeParts.of(bare, fields));
        }
    }

    private void spread(List<Control> fields, List<String> parts) throws Moved {
        for (int i = 0; i < fields.size(); i++) {
            if (!parts.get(i).isEmpty()) {
                surface.type(fields.get(i), parts.get(i));
            }
        }
    }

    /** A page that draws its fields itself shows what was typed a moment later. */
    private boolean arrives(List<Control> fields, String bare) throws Moved {
        Waiting waiting = Waiting.upTo(ARRIVAL);
        boolean arrived = arrived(fields, bare);
        while (!arrived && !waiting.isOver()) {
            waiting.pause();
            arrived = arrived(fields, bare);
        }
        return arrived;
    }

    /** Whether the fields hold the code; a page that has sent itself off meanwhile has taken it. */
    private boolean arrived(List<Control> fields, String bare) throws Moved {
        StringBuilder typed = new StringBuilder();
        for (Control field : fields) {
            typed.append(surface.valueOf(field));
        }
        return Knowledge.bare(typed.toString()).equals(Knowledge.bare(bare));
    }
}
