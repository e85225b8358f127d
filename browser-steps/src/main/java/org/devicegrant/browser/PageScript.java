package org.devicegrant.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do on one page, written by a person: the {@code steps} of the target file.
 *
 * @param when which page it is for; every part given must match
 * @param actions what to do there, in order
 */
public record PageScript(When when, List<Action> actions) {
    public PageScript {
        actions = List.copyOf(actions);
    }

    /** Globs on address, title and visible text, and a selector that must be present; null parts match everything. */
    public record When(
            @Nullable String url,
            @Nullable String title,
            @Nullable String text,
            @Nullable String selector) {}

    /** One action on the page. Selectors are CSS. */
    public sealed interface Action {
        /** Types {@code text} into a field; {@code {user_code}}, {@code {username}} and {@code {password}} are replaced. */
        record Type(String into, String text) implements Action {}

        /** Clicks. */
        record Click(String selector) implements Action {}

        /** Waits until the selector matches. */
        record Wait(String selector) implements Action {}
    }
}
