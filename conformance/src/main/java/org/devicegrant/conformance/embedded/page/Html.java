package org.devicegrant.conformance.embedded.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.devicegrant.conformance.embedded.http.Answer;

/** The frame of every page, with the headers that protect it (RFC 9700 sections 4.2.4 and 4.16). */
final class Html {
    private static final String STYLE = "body{font-family:sans-serif;margin:2rem auto;max-width:32rem;padding:0 1rem;"
            + "line-height:1.5}label,input,button{font-size:1.1rem}label{display:block;margin-top:1rem}"
            + "input[type=text],input[type=password]{width:100%;padding:.4rem;box-sizing:border-box}"
            + ".boxes input{width:2.2rem;text-align:center}button,input[type=submit]{margin:1.5rem 1rem 0 0;"
            + "padding:.5rem 1.5rem}.code{font-family:monospace;font-size:1.6rem;letter-spacing:.1em}"
            + "[role=alert]{border-inline-start:.3rem solid #b00020;padding-inline-start:.7rem}";
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    /** {@code text} as it may stand in text and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A whole page; {@code title} is escaped here, {@code body} is markup. */
    static Answer page(int status, Texts texts, String title, String body) {
        String html = """
                <!DOCTYPE html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(texts.language(), texts.direction(), escape(title), STYLE, escape(title), body);
        return guarded(Answer.text(status, "text/html; charset=utf-8", html));
    }

    /** The headers of every answer to a browser, redirects included. */
    static Answer guarded(Answer answer) {
        return answer.header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
