package org.devicegrant.conformance.rfc9700;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.devicegrant.conformance.exchange.Answer;

/** Finds where the forms of a page lead, as far as its source tells. */
final class FormActions {
    private static final Pattern ACTION = Pattern.compile(
            "<form\\b[^>]*?\\baction\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))", Pattern.CASE_INSENSITIVE);

    private FormActions() {}

    /** Addresses of the page's forms on the page's own host. */
    static Set<URI> in(Answer page) {
        Set<URI> actions = new LinkedHashSet<>();
        Matcher matcher = ACTION.matcher(page.text());
        while (matcher.find()) {
            String written = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            add(page.request().target(), written != null ? written : matcher.group(3), actions);
        }
        return actions;
    }

    private static void add(URI base, String written, Set<URI> actions) {
        try {
            URI action = base.resolve(written.replace("&amp;", "&").strip());
            if (action.getHost() != null && action.getHost().equals(base.getHost())) {
                actions.add(action);
            }
        } catch (IllegalArgumentException malformed) {
            // A form that leads nowhere permits nothing.
            return;
        }
    }
}
