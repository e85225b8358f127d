package org.devicegrant.browser.walk;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.browser.page.Control;

/** Divides a code among the fields that take it. */
final class CodeParts {
    private CodeParts() {}

    /** One text for each field; the whole code as issued where a single field has room for it. */
    static List<String> of(String code, List<Control> fields) {
        String bare = code.replaceAll("[^\\p{L}\\p{N}]", "");
        if (fields.size() == 1) {
            int room = fields.get(0).maxLength();
            return List.of(room > 0 && room < code.length() ? bare : code);
        }
        int each =
                fields.get(0).maxLength() > 0 ? fields.get(0).maxLength() : Math.max(1, bare.length() / fields.size());
        String divided = each * fields.size() >= code.length() && each == 1 ? code : bare;
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            int from = Math.min(divided.length(), i * each);
            parts.add(divided.substring(from, Math.min(divided.length(), from + each)));
        }
        return parts;
    }
}
