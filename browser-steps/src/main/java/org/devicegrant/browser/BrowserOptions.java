package org.devicegrant.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which browser, and how.
 *
 * @param kind which browser; {@link Kind#AUTO} takes Chrome or Chromium, then Firefox, then HtmlUnit
 * @param remote address of a WebDriver server, for {@link Kind#REMOTE}
 * @param headless whether to run without a window
 * @param profiles how many profiles may be open at once, at least 1
 * @param screenshots directory for pictures, or null for none; created when first needed
 * @param insecureTls whether certificate errors are ignored
 * @param steps page scripts for pages that are not understood, tried first
 * @param retouch what is done to the source of a page before it is kept in place of a picture
 */
public record BrowserOptions(
        Kind kind,
        @Nullable URI remote,
        boolean headless,
        int profiles,
        @Nullable Path screenshots,
        boolean insecureTls,
        List<PageScript> steps,
        UnaryOperator<String> retouch) {

    public BrowserOptions {
        steps = List.copyOf(steps);
    }

    /** Keeps sources of pages as they are. */
    public BrowserOptions(
            Kind kind,
            @Nullable URI remote,
            boolean headless,
            int profiles,
            @Nullable Path screenshots,
            boolean insecureTls,
            List<PageScript> steps) {
        this(kind, remote, headless, profiles, screenshots, insecureTls, steps, UnaryOperator.identity());
    }

    /** {@code approval.browser} of the target file. */
    public enum Kind {
        AUTO,
        CHROME,
        FIREFOX,
        HTMLUNIT,
        REMOTE
    }

    /** Headless, any browser, three profiles, no pictures. */
    public static BrowserOptions defaults() {
        return new BrowserOptions(Kind.AUTO, null, true, 3, null, false, List.of());
    }
}
