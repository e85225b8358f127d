package org.devicegrant.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Requirements under one heading.
 *
 * @param key for anchors and filters, for example {@code response-fields}
 * @param title for people
 * @param requirements in catalogue order
 */
public record GroupView(String key, String title, List<RequirementView> requirements) {

    public GroupView {
        requirements = List.copyOf(requirements);
    }

    /** Groups in the order in which they first appear. */
    public static List<GroupView> by(
            List<RequirementView> requirements, Function<RequirementView, String> key, Function<String, String> title) {
        Map<String, List<RequirementView>> groups = new LinkedHashMap<>();
        requirements.forEach(requirement -> groups.computeIfAbsent(key.apply(requirement), k -> new ArrayList<>())
                .add(requirement));
        return groups.entrySet().stream()
                .map(group -> new GroupView(group.getKey(), title.apply(group.getKey()), group.getValue()))
                .toList();
    }

    /** A key such as {@code response-fields} as words. */
    public static String words(String key) {
        String words = key.replace('-', ' ');
        return words.isEmpty() ? "other" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
