package org.devicegrant.browser.driver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.htmlunit.CookieManager;
import org.htmlunit.http.Cookie;

/**
 * Cookies of HtmlUnit. Real browsers trust loopback addresses with {@code Secure} cookies though they have no TLS;
 * HtmlUnit does not, so there the mark is taken off and only remembered.
 */
final class CookieJar extends CookieManager {
    private static final long serialVersionUID = 1L;

    private final HashSet<String> marked = new HashSet<>();

    @Override
    public synchronized void addCookie(Cookie cookie) {
        if (cookie.isSecure() && isLoopback(cookie.getDomain())) {
            marked.add(key(cookie));
            super.addCookie(new Cookie(
                    cookie.getDomain(),
                    cookie.getName(),
                    cookie.getValue(),
                    cookie.getPath(),
                    cookie.getExpires(),
                    false,
                    cookie.isHttpOnly(),
                    cookie.getSameSite()));
        } else {
            marked.remove(key(cookie));
            super.addCookie(cookie);
        }
    }

    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        Set<Cookie> cookies = getCookies();
        for (Cookie cookie : cookies) {
            String sameSite = cookie.getSameSite();
            lines.add(cookie.getName() + "=" + cookie.getValue() + "; Domain=" + cookie.getDomain() + "; Path="
                    + cookie.getPath()
                    + (sameSite == null ? "" : "; SameSite=" + capital(sameSite))
                    + (cookie.isSecure() || marked.contains(key(cookie)) ? "; Secure" : "")
                    + (cookie.isHttpOnly() ? "; HttpOnly" : ""));
        }
        return lines;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String key(Cookie cookie) {
        return cookie.getDomain() + " " + cookie.getPath() + " " + cookie.getName();
    }

    private static boolean isLoopback(String domain) {
        return domain.equals("localhost")
                || domain.endsWith(".localhost")
                || domain.startsWith("127.")
                || domain.equals("[::1]");
    }
}
