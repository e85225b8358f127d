package org.devicegrant.conformance.check;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.browser.BrowserOptions;
import org.devicegrant.browser.PageScript;
import org.devicegrant.conformance.target.Approval;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.user.Desk;
import org.jspecify.annotations.Nullable;

/** The browser part of a target file in the browser's own words. */
final class Browsing {
    private Browsing() {}

    /** @param retouch what is done to the source of a page before it is kept */
    static BrowserOptions options(Target target, @Nullable Path screenshots, UnaryOperator<String> retouch) {
        Approval approval = target.approval();
        return new BrowserOptions(
                BrowserOptions.Kind.valueOf(approval.browser().name()),
                approval.remoteUrl(),
                approval.headless(),
                Desk.PROFILES,
                screenshots,
                target.http().insecure(),
                approval.steps().stream().map(Browsing::script).toList(),
                retouch);
    }

    private static PageScript script(Approval.Step step) {
        Approval.When when = step.when();
        List<PageScript.Action> actions =
                step.actions().stream().map(Browsing::action).toList();
        return new PageScript(new PageScript.When(when.url(), when.title(), when.text(), when.selector()), actions);
    }

    private static PageScript.Action action(Approval.Action action) {
        if (action instanceof Approval.Type type) {
            return new PageScript.Action.Type(type.into(), type.text());
        } else if (action instanceof Approval.Click click) {
            return new PageScript.Action.Click(click.selector());
        } else if (action instanceof Approval.Wait wait) {
            return new PageScript.Action.Wait(wait.selector());
        }
        throw new IllegalStateException("unknown action " + action);
    }
}
