package org.devicegrant.browser.gallery;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One request to an exhibit. */
final class Visit {
    static final String USER = "alice";
    static final String PASSWORD = "wonder-land-7";

    private static final Set<String> TRAPS =
            Set.of("logout", "delete", "forgot", "register", "language", "another", "newsletter", "accept-cookies");

    private final HttpExchange exchange;
    private final Exhibit exhibit;
    private final Visitor visitor;
    private final GalleryServer server;

    Visit(HttpExchange exchange, Exhibit exhibit, Visitor visitor, GalleryServer server) {
        this.exchange = exchange;
        this.exhibit = exhibit;
        this.visitor = visitor;
        this.server = server;
    }

    void handle(String page, Map<String, String> sent) throws IOException {
        if (TRAPS.contains(page)) {
            trapped(page);
        } else if (exchange.getRequestMethod().equals("POST")) {
            post(page, sent);
        } else if (page.isEmpty()) {
            start(sent);
        } else {
            show(page, exhibit.status(page), "", sent);
        }
    }

    private void trapped(String page) throws IOException {
        if (server.knows(visitor.code)) {
            server.truth(visitor.code).trap(page);
        }
        visitor.signedIn = false;
        visitor.code = "";
        show("trapped", 200, "", Map.of());
    }

    private void start(Map<String, String> sent) throws IOException {
        String complete = sent.getOrDefault("user_code", "");
        if (!complete.isEmpty() && exhibit.settings().containsKey("complete")) {
            visitor.code = server.knows(complete) ? complete : "";
            show(exhibit.settings().get("complete"), 200, "", sent);
        } else {
            String first = exhibit.order().get(0);
            show(first, exhibit.status(first), "", sent);
        }
    }

    private void post(String page, Map<String, String> sent) throws IOException {
        if (!visitor.token.equals(sent.get("csrf")) && !exhibit.settings().containsKey("no-token")) {
            GalleryServer.answer(exchange, 403, "<title>Forbidden</title><h1>Form token missing</h1>");
            return;
        }
        switch (page) {
            case "code" -> code(sent);
            case "login", "password" -> login(page, sent);
            case "name" -> {
                visitor.name = sent.getOrDefault("username", "");
                next(page);
            }
            case "choose" -> choose(page, sent);
            case "decision" -> decision(sent);
            default -> next(page);
        }
    }

    private void code(Map<String, String> sent) throws IOException {
        StringBuilder parts = new StringBuilder(sent.getOrDefault("user_code", ""));
        new TreeMap<>(sent).forEach((name, value) -> parts.append(name.matches("c\\d+") ? value : ""));
        if (server.knows(parts.toString())) {
            visitor.code = parts.toString();
            if (sent.containsKey("password")) {
                login("code", sent);
            } else {
                next("code");
            }
        } else if (exhibit.pages().containsKey("wrong")) {
            show("wrong", exhibit.status("wrong"), "", sent);
        } else {
            show(
                    "code",
                    exhibit.status("wrong"),
                    exhibit.settings().getOrDefault("error", "That code is not valid."),
                    sent);
        }
    }

    private void login(String page, Map<String, String> sent) throws IOException {
        String name = sent.getOrDefault("username", visitor.name);
        if (USER.equals(name) && PASSWORD.equals(sent.get("password"))) {
            visitor.signedIn = true;
            next(page);
        } else {
            show(page, 200, exhibit.settings().getOrDefault("login-error", "Invalid username or password."), sent);
        }
    }

    private void choose(String page, Map<String, String> sent) throws IOException {
        if (sent.getOrDefault("who", USER).equals(USER)) {
            next(page);
        } else {
            trapped("another");
        }
    }

    private void decision(Map<String, String> sent) throws IOException {
        String decision = sent.getOrDefault(
                "decision", sent.containsKey("approve") ? "approve" : sent.containsKey("deny") ? "deny" : "");
        boolean known = visitor.signedIn || !exhibit.order().toString().matches(".*(login|password).*");
        boolean ready = server.knows(visitor.code) && (known || decision.equals("deny"));
        boolean ticked = !exhibit.settings().containsKey("tick")
                || sent.containsKey(exhibit.settings().get("tick"));
        if (!ready || decision.isEmpty() || (decision.equals("approve") && !ticked)) {
            GalleryServer.answer(exchange, 400, "<title>Bad request</title><h1>Nothing to decide</h1>");
            return;
        }
        server.truth(visitor.code).decided(decision);
        redirect(decision.equals("approve") ? "done" : "refused");
    }

    private void next(String page) throws IOException {
        List<String> order = exhibit.order();
        int at = order.indexOf(page);
        redirect(at < 0 || at + 1 >= order.size() ? order.get(order.size() - 1) : order.get(at + 1));
    }

    private void redirect(String page) throws IOException {
        exchange.getResponseHeaders().set("Location", "/" + exhibit.name() + "/" + page);
        exchange.sendResponseHeaders(303, -1);
    }

    private void show(String page, int status, String error, Map<String, String> sent) throws IOException {
        exhibit.settings().forEach((name, value) -> {
            if (name.equals("header")) {
                exchange.getResponseHeaders()
                        .add(value.substring(0, value.indexOf(' ')), value.substring(value.indexOf(' ') + 1));
            }
        });
        String html = exhibit.page(page, server.shared())
                .replace("${csrf}", visitor.token)
                .replace("${code}", visitor.code)
                .replace("${given}", sent.getOrDefault("user_code", ""))
                .replace("${error}", error)
                .replace("${alert}", error.isEmpty() ? "" : "<p class=\"error\" role=\"alert\">" + error + "</p>");
        GalleryServer.answer(exchange, status, html.startsWith("<!EMPTY>") ? "" : html);
    }
}
