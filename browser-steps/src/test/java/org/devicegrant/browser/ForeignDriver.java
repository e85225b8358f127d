package org.devicegrant.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;

/** Stands in for a chromedriver of another version than the browser: it starts, and refuses every session. */
final class ForeignDriver {
    private static final String REFUSAL = "{\"value\":{\"error\":\"session not created\",\"message\":"
            + "\"session not created: This version of ChromeDriver only supports Chrome version 99\","
            + "\"stacktrace\":\"\"}}";

    private ForeignDriver() {}

    public static void main(String[] arguments) throws IOException {
        int port = 0;
        for (String argument : arguments) {
            port = argument.startsWith("--port=") ? Integer.parseInt(argument.substring(7)) : port;
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/status", e -> answer(e, 200, "{\"value\":{\"ready\":true,\"message\":\"\"}}"));
        server.createContext("/session", e -> answer(e, 500, REFUSAL));
        server.start();
        // Whoever forgets it must not keep it for ever.
        new Timer()
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                System.exit(1);
                            }
                        },
                        300_000);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
