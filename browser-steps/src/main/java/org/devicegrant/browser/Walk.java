package org.devicegrant.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a walk through the pages went.
 *
 * @param ending kind of the page it ended on; {@link PageKind#DECISION} if it was told to stop there
 * @param understood false if the walk ended because no page object fitted, a time-out struck or the browser died
 * @param reason one sentence on why it ended there
 * @param steps every page on the way, in order
 * @param notes file name inside the screenshot directory of an account for people: what was chosen and why, what network and
 *     console complained about, and the {@code steps} to write where a page was not understood; null where none is kept
 */
public record Walk(
        PageKind ending,
        boolean understood,
        String reason,
        List<Step> steps,
        @Nullable String notes) {
    public Walk {
        steps = List.copyOf(steps);
    }

    /**
     * One page on the way.
     *
     * @param kind what the page was taken for
     * @param address its address
     * @param title its title
     * @param text its visible text, in short
     * @param did what the user did there and why that control was chosen, with its score
     * @param screenshot file name inside the screenshot directory, or null where the browser has no pictures
     */
    public record Step(
            PageKind kind,
            String address,
            String title,
            String text,
            String did,
            @Nullable String screenshot) {}
}
