package org.devicegrant.conformance.rfc9396;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.devicegrant.conformance.protocol.Json;

/**
 * The text of a decision page, and whether it tells about authorization details. Pages translate and format what they
 * show, so that more words than on the page of a plain request count as well as the values themselves.
 *
 * @param text visible text
 * @param userCode the code that the page may show for comparison
 */
record DecisionPage(String text, String userCode) {
    /** Whether some value of {@code details} is on the page. */
    boolean tells(String details) {
        return Json.parse(details).filter(this::tells).isPresent();
    }

    private boolean tells(JsonNode node) {
        if (node.isValueNode()) {
            String value = node.asText().toLowerCase(Locale.ROOT);
            return value.length() > 2 && text.toLowerCase(Locale.ROOT).contains(value);
        }
        for (JsonNode child : node) {
            if (tells(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are words on this page that {@code plain} lacks. */
    boolean tellsMoreThan(DecisionPage plain) {
        Set<String> more = words();
        more.removeAll(plain.words());
        return !more.isEmpty();
    }

    /** Words of letters, without the code: codes and times differ from page to page. */
    private Set<String> words() {
        Set<String> words = new HashSet<>();
        for (String word : text.replace(userCode, " ").toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() > 2) {
                words.add(word);
            }
        }
        return words;
    }
}
