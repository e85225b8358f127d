package org.devicegrant.browser.driver;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.ErrorCodec;

/**
 * A connection to Firefox's own remote protocol, the one that geckodriver speaks, too: messages are JSON arrays, each
 * with its length in front, one answer for each command.
 *
 * @see <a href="https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html">Marionette protocol</a>
 */
final class Marionette implements Closeable {
    private static final Json JSON = new Json();
    /** Longer than any command may take by the browser's own limits. */
    private static final int SILENCE_MILLIS = 45_000;

    private final Socket socket;
    private int serial;

    Marionette(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SILENCE_MILLIS);
        read();
    }

    /**
     * Sends a command and waits for its answer.
     *
     * @throws WebDriverException if the browser answers with an error
     */
    synchronized @Nullable Object send(String command, Map<String, ?> parameters) throws IOException {
        serial++;
        byte[] message = JSON.toJson(List.of(0, serial, command, parameters)).getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write((message.length + ":").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(message);
        socket.getOutputStream().flush();
        List<Object> answer = JSON.toType(answer(), List.class);
        if (answer.get(2) instanceof Map<?, ?> error) {
            throw failure(error);
        }
        return unwrapped(answer.get(3));
    }

    private static WebDriverException failure(Map<?, ?> error) {
        Map<String, Object> value = new HashMap<>();
        value.put("error", Objects.toString(error.get("error"), "unknown error"));
        value.put("message", Objects.toString(error.get("message"), ""));
        value.put("stacktrace", "");
        return ErrorCodec.createDefault().decode(Map.of("value", value));
    }

    private static @Nullable Object unwrapped(@Nullable Object result) {
        return result instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("value")
                ? map.get("value")
                : result;
    }

    /** An answer that comes too late would be taken for that to the next command, so nothing more is asked then. */
    private String answer() throws IOException {
        try {
            return read();
        } catch (SocketTimeoutException e) {
            socket.close();
            throw new IOException("it has not answered for " + SILENCE_MILLIS / 1000 + " s", e);
        }
    }

    private String read() throws IOException {
        InputStream in = socket.getInputStream();
        int length = 0;
        for (int c = in.read(); c != ':'; c = in.read()) {
            if (c < '0' || c > '9') {
                throw new EOFException("Firefox has closed the connection");
            }
            length = 10 * length + (c - '0');
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("Firefox has closed the connection");
        }
        return new String(message, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
