package org.devicegrant.load.approval;

import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cookies of one user. Unlike Java's own jar it sends cookies marked as secure over plain HTTP to this machine, as
 * browsers do for loopback addresses; servers under test set them there.
 */
final class CookieJar {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Keeps what an answer sets. */
    void keep(URI from, List<String> setCookie) {
        for (String header : setCookie) {
            try {
                HttpCookie.parse(header).forEach(cookie -> keep(from, cookie));
            } catch (IllegalArgumentException e) {
                // What a browser would not understand either is no cookie.
                continue;
            }
        }
    }

    /** The header for a request, empty if there is nothing to send. */
    String header(URI to) {
        String path = to.getPath() == null || to.getPath().isEmpty() ? "/" : to.getPath();
        boolean safe = "https".equals(to.getScheme()) || loopback(to.getHost());
        return entries.values().stream()
                .filter(entry -> entry.host.equals(to.getHost()) && within(path, entry.path))
                .filter(entry -> safe || !entry.cookie.getSecure())
                // The more special path first, where servers take the first of a name.
                .sorted((a, b) -> Integer.compare(b.path.length(), a.path.length()))
                .map(entry -> entry.cookie.getName() + "=" + entry.cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(URI from, HttpCookie cookie) {
        String path = cookie.getPath() == null ? directory(from.getPath()) : cookie.getPath();
        String key = from.getHost() + " " + path + " " + cookie.getName();
        if (cookie.getMaxAge() == 0) {
            entries.remove(key);
        } else {
            entries.put(key, new Entry(from.getHost(), path, cookie));
        }
    }

    private static boolean within(String path, String of) {
        return path.equals(of) || path.startsWith(of.endsWith("/") ? of : of + "/");
    }

    private static String directory(String path) {
        int slash = path == null ? -1 : path.lastIndexOf('/');
        return slash <= 0 ? "/" : String.valueOf(path).substring(0, slash);
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private record Entry(String host, String path, HttpCookie cookie) {}
}
