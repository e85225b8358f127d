package org.devicegrant.conformance.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code approval} of the target file: who plays the user.
 *
 * @param by who decides
 * @param browser which browser, for {@link By#BROWSER}
 * @param remoteUrl WebDriver server, for {@link Browser#REMOTE}; may hold credentials, so it is never shown
 * @param headless whether the browser runs without a window
 * @param steps what to do on pages that the harness does not understand, tried first
 * @param command program and arguments, for {@link By#COMMAND}; runs in {@link Target#directory()}
 * @param patience how long one decision may take
 */
public record Approval(
        By by,
        Browser browser,
        @Nullable URI remoteUrl,
        boolean headless,
        List<Step> steps,
        List<String> command,
        Duration patience) {

    public Approval {
        steps = List.copyOf(steps);
        command = List.copyOf(command);
    }

    /** Leaves out the address, which may hold a password. */
    @Override
    public String toString() {
        return "Approval[by=" + by + ", browser=" + browser + "]";
    }

    /** A browser of any kind without a window, one minute per decision. */
    public static Approval defaults() {
        return new Approval(By.BROWSER, Browser.AUTO, null, true, List.of(), List.of(), Duration.ofMinutes(1));
    }

    /** Who decides. */
    public enum By {
        /** The harness drives a browser. */
        BROWSER,
        /** A program of the operator. */
        COMMAND,
        /** A person, asked on the terminal. */
        MANUAL,
        /** Nobody: checks that need a decision are skipped. */
        NONE
    }

    /** Which browser. */
    public enum Browser {
        AUTO,
        CHROME,
        FIREFOX,
        HTMLUNIT,
        REMOTE
    }

    /**
     * What to do on one kind of page.
     *
     * @param when which page it is for
     * @param actions key {@code do}: what to do there, in order
     */
    public record Step(When when, List<Action> actions) {
        public Step {
            actions = List.copyOf(actions);
        }
    }

    /** Globs on address, title and visible text, and a CSS selector that must match; at least one is given. */
    public record When(
            @Nullable String url,
            @Nullable String title,
            @Nullable String text,
            @Nullable String selector) {}

    /** One action on a page. Selectors are CSS. */
    public sealed interface Action {}

    /** Types into a field; {@code {user_code}}, {@code {username}} and {@code {password}} are replaced. */
    public record Type(String into, String text) implements Action {}

    /** Clicks. */
    public record Click(String selector) implements Action {}

    /** Waits until the selector matches. */
    public record Wait(String selector) implements Action {}
}
