package org.devicegrant.conformance.embedded.page;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What pages look like. */
public final class LookRules {
    /** How forms are written. */
    public enum Markup {
        /** Labels, headings and buttons as the accessibility guidelines want them. */
        ACCESSIBLE,
        /** Hints inside the fields instead of labels, and {@code input} elements for buttons. */
        PLACEHOLDERS,
        /** One field for each character of the code. */
        BOXES,
        /** Buttons outside their forms. */
        DETACHED_BUTTONS
    }

    private final Map<String, String> replaced = new ConcurrentHashMap<>();
    private @Nullable String language;
    private Markup markup = Markup.ACCESSIBLE;
    private int boxCount = 8;
    private boolean loginInTwoSteps;
    private boolean scopesSelectable;
    private boolean scopesPreselected = true;
    private boolean codeShown = true;
    private boolean scopesShown = true;
    private boolean deviceShown = true;
    private boolean echoEscaped = true;

    /** The language of all pages, as a tag such as {@code de}; without it the browser is asked. */
    public LookRules language(String tag) {
        this.language = tag;
        return this;
    }

    public LookRules markup(Markup rule) {
        this.markup = rule;
        return this;
    }

    /** How many boxes there are for the code. */
    public LookRules boxCount(int rule) {
        this.boxCount = rule;
        return this;
    }

    /** Whether name and password are asked for on two pages. */
    public LookRules loginInTwoSteps(boolean rule) {
        this.loginInTwoSteps = rule;
        return this;
    }

    /** Whether every scope has a checkbox. */
    public LookRules scopesSelectable(boolean rule) {
        this.scopesSelectable = rule;
        return this;
    }

    /** Whether the checkboxes are ticked at first. */
    public LookRules scopesPreselected(boolean rule) {
        this.scopesPreselected = rule;
        return this;
    }

    /** Whether the user code is shown for comparison (RFC 8628 section 3.3.1). */
    public LookRules codeShown(boolean rule) {
        this.codeShown = rule;
        return this;
    }

    /** Whether the decision page names the scopes. */
    public LookRules scopesShown(boolean rule) {
        this.scopesShown = rule;
        return this;
    }

    /** Whether the decision page says what is known of the device. */
    public LookRules deviceShown(boolean rule) {
        this.deviceShown = rule;
        return this;
    }

    /** Whether a wrong code is escaped before it is shown again. */
    public LookRules echoEscaped(boolean rule) {
        this.echoEscaped = rule;
        return this;
    }

    /** Replaces one text in all languages; an empty one leaves it out. */
    public LookRules text(String key, String text) {
        replaced.put(key, text);
        return this;
    }

    Optional<String> language() {
        return Optional.ofNullable(language);
    }

    Markup markup() {
        return markup;
    }

    int boxCount() {
        return boxCount;
    }

    boolean loginInTwoSteps() {
        return loginInTwoSteps;
    }

    boolean scopesSelectable() {
        return scopesSelectable;
    }

    boolean scopesPreselected() {
        return scopesPreselected;
    }

    boolean codeShown() {
        return codeShown;
    }

    boolean scopesShown() {
        return scopesShown;
    }

    boolean deviceShown() {
        return deviceShown;
    }

    boolean echoEscaped() {
        return echoEscaped;
    }

    Map<String, String> replaced() {
        return replaced;
    }
}
