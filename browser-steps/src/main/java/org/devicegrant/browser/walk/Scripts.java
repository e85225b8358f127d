package org.devicegrant.browser.walk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.PageScript.Action;
import org.devicegrant.browser.page.Candidate;
import org.devicegrant.browser.page.Control;
import org.jspecify.annotations.Nullable;

/** Carries out what a person wrote for pages that are not understood. */
final class Scripts {
    private static final Pattern REFUSING =
            Pattern.compile("deny|refus|reject|cancel|declin|abort|disallow|(^|\\W)no(\\W|$)");

    private final List<PageScript> scripts;
    private final Surface surface;
    private final Errand errand;

    Scripts(List<PageScript> scripts, Surface surface, Errand errand) {
        this.scripts = scripts;
        this.surface = surface;
        this.errand = errand;
    }

    /** The first script for this page that suits the errand. */
    Optional<PageScript> match(Look look) {
        return scripts.stream()
                .filter(script -> fits(script.when(), look))
                .filter(script -> suits(script, look))
                .findFirst();
    }

    private boolean fits(PageScript.When when, Look look) {
        return glob(when.url(), look.page().address())
                && glob(when.title(), look.page().title())
                && glob(when.text(), look.page().text())
                && (when.selector() == null || surface.find(when.selector()) != null);
    }

    private static boolean glob(@Nullable String pattern, String text) {
        if (pattern == null) {
            return true;
        }
        String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text).find();
    }

    /** A script that only presses something on a page that may decide must press what the errand wants. */
    private boolean suits(PageScript script, Look look) {
        boolean may = look.kind() == PageKind.DECISION || look.kind() == PageKind.UNKNOWN;
        boolean types = script.actions().stream().anyMatch(Action.Type.class::isInstance);
        if (!may || types) {
            return true;
        }
        boolean refuses = script.actions().stream()
                .anyMatch(a -> a instanceof Action.Click click && refuses(click.selector(), look));
        return errand.decision() == Decision.NONE
                ? look.kind() != PageKind.DECISION
                : refuses == (errand.decision() == Decision.REFUSE);
    }

    private boolean refuses(String selector, Look look) {
        Control control = surface.find(selector);
        for (Candidate candidate : look.reading().refusing()) {
            if (control != null && candidate.control().index() == control.index()) {
                return true;
            }
        }
        return REFUSING.matcher(selector.toLowerCase(java.util.Locale.ROOT)).find();
    }

    /** Carries a script out. Says which selector did not match, if one did not. */
    Optional<String> perform(PageScript script, Waiting waiting) throws Moved {
        for (Action action : script.actions()) {
            String selector = selectorOf(action);
            Control control = awaited(selector, waiting, action instanceof Action.Wait);
            if (control == null) {
                return Optional.of("the selector " + selector + " of the steps matches nothing here");
            }
            if (action instanceof Action.Type type) {
                new Hands(surface).fill(control, filled(type.text()));
            } else if (action instanceof Action.Click) {
                surface.click(control);
                Stillness.await(surface, waiting);
            }
        }
        return Optional.empty();
    }

    private @Nullable Control awaited(String selector, Waiting waiting, boolean long1) {
        Waiting limit = waiting.atMost(java.time.Duration.ofSeconds(long1 ? 30 : 2));
        Control found = surface.find(selector);
        while (found == null && !limit.isOver()) {
            limit.pause();
            surface.snapshot();
            found = surface.find(selector);
        }
        return found;
    }

    private static String selectorOf(Action action) {
        if (action instanceof Action.Type type) {
            return type.into();
        }
        return action instanceof Action.Click click ? click.selector() : ((Action.Wait) action).selector();
    }

    private String filled(String text) {
        Credentials user = errand.user();
        String code = errand.userCode();
        return text.replace("{user_code}", code == null ? "" : code)
                .replace("{username}", user == null ? "" : user.username())
                .replace("{password}", user == null ? "" : user.password());
    }
}
