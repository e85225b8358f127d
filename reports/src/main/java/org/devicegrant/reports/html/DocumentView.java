package org.devicegrant.reports.html;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.devicegrant.reports.SourceLinks;

/**
 * The requirements that come from one document.
 *
 * @param name for example {@code RFC 8628}
 * @param sections its sections in order; the title of each is its number
 */
public record DocumentView(String name, List<GroupView> sections) {

    private static final Comparator<GroupView> IN_ORDER =
            Comparator.comparing(GroupView::key, (a, b) -> Arrays.compare(numbers(a), numbers(b)));

    public DocumentView {
        sections = List.copyOf(sections);
    }

    /** All documents in the order in which the catalogue first names them. */
    public static List<DocumentView> of(List<RequirementView> requirements) {
        return GroupView.by(requirements, RequirementView::document, document -> document).stream()
                .map(document -> new DocumentView(document.key(), sections(document.requirements())))
                .toList();
    }

    private static List<GroupView> sections(List<RequirementView> requirements) {
        return GroupView.by(
                        requirements, view -> SourceLinks.section(view.result().source()), section -> section)
                .stream()
                .sorted(IN_ORDER)
                .toList();
    }

    /** Section numbers as numbers; letters of appendices come after all of them. */
    private static int[] numbers(String section) {
        return Arrays.stream(section.split("\\.", -1))
                .mapToInt(part -> part.isEmpty() ? 0 : part.matches("\\d{1,4}") ? Integer.parseInt(part) : 10_000)
                .toArray();
    }
}
