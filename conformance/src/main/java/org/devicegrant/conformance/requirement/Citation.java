package org.devicegrant.conformance.requirement;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the address of the first document and section that a source names. */
final class Citation {
    private static final Pattern RFC =
            Pattern.compile("RFC (\\d+)(?: (section|appendix)s? ([A-Z0-9]+(?:\\.[0-9]+)*))?.*", Pattern.DOTALL);
    private static final Pattern DRAFT = Pattern.compile("(draft-[a-z0-9-]+).*", Pattern.DOTALL);

    private Citation() {}

    /**
     * For example {@code https://www.rfc-editor.org/rfc/rfc8628#section-3.2}.
     *
     * @throws IllegalArgumentException if the source begins with neither an RFC nor a draft
     */
    static URI link(String source) {
        Matcher rfc = RFC.matcher(source);
        if (rfc.matches()) {
            String anchor = rfc.group(2) == null ? "" : "#" + rfc.group(2) + "-" + rfc.group(3);
            return URI.create("https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + anchor);
        }
        Matcher draft = DRAFT.matcher(source);
        if (draft.matches()) {
            return URI.create("https://datatracker.ietf.org/doc/html/" + draft.group(1));
        }
        throw new IllegalArgumentException("no document is cited by \"" + source + "\"");
    }
}
