package org.devicegrant.conformance.embedded.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as it came over the wire, before any parameter is decoded. Immutable; the edits give a changed copy. */
public final class Request {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Headers headers;
    private final byte[] body;
    private final String remoteAddress;

    /**
     * Makes a request.
     *
     * @param method in capitals
     * @param path percent-encoded, with a leading slash
     * @param query percent-encoded, without the question mark; null if there is none
     * @param body never changed afterwards by the caller
     * @param remoteAddress of the connection itself, whatever the headers claim
     */
    public Request(
            String method, String path, @Nullable String query, Headers headers, byte[] body, String remoteAddress) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.remoteAddress = remoteAddress;
    }

    public String method() {
        return method;
    }

    /** Percent-encoded, with a leading slash. */
    public String path() {
        return path;
    }

    /** Percent-encoded, without the question mark. */
    public Optional<String> query() {
        return Optional.ofNullable(query);
    }

    public Headers headers() {
        return headers;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** A copy of the body. */
    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }

    /** Length of the body in bytes. */
    public int bodyLength() {
        return body.length;
    }

    /** The body as UTF-8; malformed bytes become replacement characters. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The parameters of the body as far as they can be read, for layers; the endpoints read more strictly. */
    public Form form() {
        try {
            return Form.decode(new String(body, StandardCharsets.ISO_8859_1));
        } catch (Refusal malformed) {
            return Form.empty();
        }
    }

    /** Address of the peer of the connection. */
    public String remoteAddress() {
        return remoteAddress;
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    public boolean isGet() {
        return method.equals("GET");
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** Value of a cookie. */
    public Optional<String> cookie(String name) {
        return headers.all("Cookie").stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** This request with another method. */
    public Request withMethod(String changed) {
        return new Request(changed, path, query, headers, body, remoteAddress);
    }

    /** This request for another path. */
    public Request withPath(String changed) {
        return new Request(method, changed, query, headers, body, remoteAddress);
    }

    /** This request with another query, or none. */
    public Request withQuery(@Nullable String changed) {
        return new Request(method, path, changed, headers, body, remoteAddress);
    }

    /** This request with one header replaced or added. */
    public Request withHeader(String name, String value) {
        return new Request(method, path, query, headers.with(name, value), body, remoteAddress);
    }

    /** This request without a header. */
    public Request withoutHeader(String name) {
        return new Request(method, path, query, headers.without(name), body, remoteAddress);
    }

    /** This request with another body. */
    public Request withBody(String changed) {
        return new Request(method, path, query, headers, changed.getBytes(StandardCharsets.UTF_8), remoteAddress);
    }

    /** Method and path alone: everything else may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
