package org.devicegrant.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the source of a requirement, for example {@code RFC 8628 section 3.2 para 1}, into text with links to the very
 * section.
 */
public final class SourceLinks {

    private static final String NUMBER = "\\d+(?:\\.\\d+)*";
    private static final Pattern CITATION = Pattern.compile("RFC (?<rfc>\\d{3,5})(?:,? \\(BCP \\d+\\))?"
            + "(?:,? sections? (?<first>" + NUMBER + ")|,? appendix (?<firstAppendix>[A-Z](?:\\.\\d+)*))?"
            + "|errat(?:um|a) (?<erratum>\\d+)"
            + "|(?<draft>draft-[a-z0-9-]*[a-z0-9])"
            + "|sections? (?<section>" + NUMBER + ")"
            + "|appendix (?<appendix>[A-Z](?:\\.\\d+)*)"
            + "|(?<=, |and |/)(?<next>\\d+\\.\\d+(?:\\.\\d+)*)");

    private SourceLinks() {}

    /** A piece of the source as written, with where it leads, or null for plain text. */
    public record Part(String text, @Nullable String href) {}

    /** All of {@code source} in order; the texts put together give it again. */
    public static List<Part> of(String source) {
        List<Part> parts = new ArrayList<>();
        Matcher citation = CITATION.matcher(source);
        String rfc = null;
        int end = 0;
        while (citation.find()) {
            rfc = citation.group("rfc") == null ? rfc : citation.group("rfc");
            String href = href(citation, rfc);
            if (href != null) {
                addText(parts, source.substring(end, citation.start()));
                parts.add(new Part(citation.group(), href));
                end = citation.end();
            }
        }
        addText(parts, source.substring(end));
        return parts;
    }

    /** Where the first citation of {@code source} leads. */
    public static Optional<String> first(String source) {
        return of(source).stream().map(Part::href).filter(href -> href != null).findFirst();
    }

    /** The first document named, for example {@code RFC 8628}, or {@code other}. */
    public static String document(String source) {
        Matcher rfc = Pattern.compile("RFC \\d{3,5}").matcher(source);
        return rfc.find() ? rfc.group() : "other";
    }

    /** The section of the first citation, for example {@code 3.2}, or an empty text where whole documents are named. */
    public static String section(String source) {
        String href = first(source).orElse("");
        int anchor = Math.max(href.indexOf("#section-"), href.indexOf("#appendix-"));
        return anchor < 0 ? "" : href.substring(href.indexOf('-', anchor) + 1);
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, null));
        }
    }

    private static @Nullable String href(Matcher citation, @Nullable String rfc) {
        if (citation.group("erratum") != null) {
            return "https://www.rfc-editor.org/errata/eid" + citation.group("erratum");
        }
        if (citation.group("draft") != null) {
            return "https://datatracker.ietf.org/doc/" + citation.group("draft") + "/";
        }
        return rfc == null ? null : "https://www.rfc-editor.org/rfc/rfc" + rfc + anchor(citation);
    }

    private static String anchor(Matcher citation) {
        for (String section : List.of("first", "section", "next")) {
            if (citation.group(section) != null) {
                return "#section-" + citation.group(section);
            }
        }
        for (String appendix : List.of("firstAppendix", "appendix")) {
            if (citation.group(appendix) != null) {
                return "#appendix-" + citation.group(appendix);
            }
        }
        return "";
    }
}
