package org.devicegrant.conformance.servers.spring;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The pages that the framework leaves to its user: entry of the code, and the end of the walk; beside them the client's keys. */
final class Pages extends HttpServlet {

    static final String ENTRY = "/activate";
    static final String DONE = "/activated";
    static final String CLIENT_KEYS = "/client-keys";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body><main><h1>%s</h1>%s</main></body>
            </html>
            """;

    private static final String FORM = """
            <form method="post" action="/oauth2/device_verification">
            <p><label for="user_code">Code shown on your device</label>
            <input id="user_code" name="user_code" type="text" autocomplete="off" required></p>
            <button type="submit">Continue</button>
            </form>
            """;

    private static final long serialVersionUID = 1;

    private final String clientKeys;

    Pages(String clientKeys) {
        this.clientKeys = clientKeys;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getRequestURI()) {
            case ENTRY -> entry(request, response);
            case DONE -> page(response, "Device connected", "<p>You may go back to your device.</p>");
            case CLIENT_KEYS -> write(response, "application/json", clientKeys);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void entry(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = request.getParameter("user_code");
        if (code == null) {
            page(response, "Connect a device", FORM);
        } else {
            response.sendRedirect(
                    "/oauth2/device_verification?user_code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        }
    }

    private static void page(HttpServletResponse response, String title, String body) throws IOException {
        write(response, "text/html", PAGE.formatted(title, title, body));
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(text);
    }
}
