package org.devicegrant.browser.gallery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves the exhibits at {@code /NAME/} on a loopback port of its own. */
public final class GalleryServer implements AutoCloseable {
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, Exhibit> exhibits = new LinkedHashMap<>();
    private final Map<String, Truth> codes = new ConcurrentHashMap<>();
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    private final Map<String, String> shared = Exhibit.load("shared").pages();
    private final AtomicInteger serial = new AtomicInteger(100);

    public GalleryServer(List<Exhibit> shown) throws IOException {
        shown.forEach(e -> exhibits.put(e.name(), e));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    /** A new pending code. */
    public String issue() {
        int number = serial.getAndIncrement();
        StringBuilder code = new StringBuilder("WXKT-");
        for (int i = 0, rest = number * 37; i < 4; i++, rest /= LETTERS.length()) {
            code.append(LETTERS.charAt(rest % LETTERS.length()));
        }
        codes.put(bare(code.toString()), new Truth());
        return code.toString();
    }

    public Truth truth(String code) {
        return codes.get(bare(code));
    }

    public URI address(Exhibit exhibit) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + exhibit.name() + "/");
    }

    /** Where a walk with this code begins: the complete address where the exhibit is about it. */
    public URI address(Exhibit exhibit, String code) {
        URI plain = address(exhibit);
        return exhibit.usesCompleteAddress() ? URI.create(plain + "?user_code=" + code) : plain;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            Exhibit exhibit = exhibits.get(path.length > 1 ? path[1] : "");
            if (exhibit == null || path.length < 3) {
                answer(exchange, 404, "<title>Not here</title>");
                return;
            }
            Map<String, String> parameters = parameters(exchange);
            Visitor visitor = visitor(exchange, exhibit);
            new Visit(exchange, exhibit, visitor, this).handle(path[2], parameters);
        }
    }

    Map<String, String> shared() {
        return shared;
    }

    boolean knows(String code) {
        return codes.containsKey(bare(code));
    }

    static String bare(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(java.util.Locale.ROOT);
    }

    private Visitor visitor(HttpExchange exchange, Exhibit exhibit) {
        String cookies = String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
        for (String cookie : cookies.split("; ", -1)) {
            if (cookie.startsWith("sid=") && visitors.containsKey(cookie.substring(4))) {
                return visitors.get(cookie.substring(4));
            }
        }
        String id = Integer.toString(serial.getAndIncrement() * 7919, 36);
        Visitor visitor = new Visitor("t" + id);
        visitors.put(id, visitor);
        String secure = exhibit.settings().containsKey("secure-cookie") ? "; Secure; SameSite=None" : "";
        exchange.getResponseHeaders()
                .add("Set-Cookie", "sid=" + id + "; Path=/" + exhibit.name() + "/; HttpOnly" + secure);
        return visitor;
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        Map<String, String> found = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String part : ((query == null ? "" : query) + "&" + body).split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8);
                String value = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
                found.merge(name, value, (a, b) -> a + b);
            }
        }
        return found;
    }

    static void answer(HttpExchange exchange, int status, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
