package org.devicegrant.conformance.user;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.devicegrant.conformance.exchange.Request;

/**
 * A cookie of a browser.
 *
 * @param pair name and value as they are sent
 * @param attributes all attributes in lower case, with their values
 */
public record Cookie(String pair, String attributes) {
    /** All cookies of somebody's browser. */
    public static List<Cookie> of(Sitting sitting) {
        return sitting.cookies().stream().map(Cookie::of).toList();
    }

    private static Cookie of(String line) {
        String[] parts = line.split(";", 2);
        return new Cookie(parts[0].strip(), parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "");
    }

    /** A request with those cookies that are for its host and pass {@code wanted}. */
    public static Request into(Request request, List<Cookie> cookies, Predicate<Cookie> wanted) {
        String header = cookies.stream()
                .filter(cookie -> cookie.isFor(request.url().getHost()))
                .filter(wanted)
                .map(Cookie::pair)
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    private boolean isFor(String host) {
        String domain = attribute("domain").replaceFirst("^\\.", "");
        return domain.isEmpty() || host.equalsIgnoreCase(domain) || host.endsWith("." + domain);
    }

    /**
     * Whether browsers send it with a form of another site. A cookie without SameSite is sent by some browsers, so no
     * server may rely on the others.
     */
    public boolean goesAlongFromOtherSites() {
        String sameSite = attribute("samesite");
        return sameSite.isEmpty() || sameSite.equals("none");
    }

    /** Whether browsers send it when somebody follows a link of another site. */
    public boolean goesAlongWithLinks() {
        return !attribute("samesite").equals("strict");
    }

    private String attribute(String name) {
        for (String attribute : attributes.split(";", -1)) {
            String[] parts = attribute.split("=", 2);
            if (parts[0].strip().equals(name) && parts.length > 1) {
                return parts[1].strip();
            }
        }
        return "";
    }

    /** Without its value. */
    @Override
    public String toString() {
        return "Cookie";
    }
}
