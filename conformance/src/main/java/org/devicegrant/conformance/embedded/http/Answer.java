package org.devicegrant.conformance.embedded.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the server is about to send. Immutable; every edit gives a changed copy, so that a defect is one expression.
 * Edits of members do nothing to an answer whose body is not a JSON object.
 */
public final class Answer {
    /** How the answer leaves the server. */
    public enum Delivery {
        /** In full. */
        COMPLETE,
        /** The connection is reset instead. */
        RESET,
        /** The connection is closed without a byte. */
        EMPTY
    }

    private final int status;
    private final Headers headers;
    private final byte[] bytes;
    private final @Nullable ObjectNode json;
    private final Duration delay;
    private final Delivery delivery;

    Answer(int status, Headers headers, byte[] bytes, @Nullable ObjectNode json, Duration delay, Delivery delivery) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.json = json;
        this.delay = delay;
        this.delivery = delivery;
    }

    /** An empty body. */
    public static Answer of(int status) {
        return new Answer(status, Headers.none(), new byte[0], null, Duration.ZERO, Delivery.COMPLETE);
    }

    /** A JSON object, labelled so; {@code body} must not be changed afterwards. */
    public static Answer json(int status, ObjectNode body) {
        Headers type = Headers.none().with("Content-Type", "application/json");
        return new Answer(status, type, new byte[0], body, Duration.ZERO, Delivery.COMPLETE);
    }

    /** Text in UTF-8, labelled {@code type}. */
    public static Answer text(int status, String type, String body) {
        return of(status).header("Content-Type", type).body(body);
    }

    /** A redirect. */
    public static Answer redirect(int status, String location) {
        return of(status).header("Location", location);
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    /** How long the answer is held back after everything has been decided. */
    public Duration delay() {
        return delay;
    }

    public Delivery delivery() {
        return delivery;
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body to send. */
    public byte[] body() {
        return json == null
                ? Arrays.copyOf(bytes, bytes.length)
                : Json.write(json).getBytes(StandardCharsets.UTF_8);
    }

    /** The body as text. */
    public String text() {
        return json == null ? new String(bytes, StandardCharsets.UTF_8) : Json.write(json);
    }

    /** A member of the JSON object, as a copy. */
    public Optional<JsonNode> member(String name) {
        return json == null
                ? Optional.empty()
                : Optional.ofNullable(json.get(name)).map(JsonNode::deepCopy);
    }

    /** A textual member of the JSON object. */
    public Optional<String> textOf(String name) {
        return member(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** Whether the OAuth error is {@code code}. */
    public boolean hasError(String code) {
        return json != null && json.path("error").asText().equals(code);
    }

    /** Whether the body is a JSON object with this member. */
    public boolean has(String name) {
        return json != null && json.has(name);
    }

    /** This answer with another status. */
    public Answer status(int changed) {
        return new Answer(changed, headers, bytes, json, delay, delivery);
    }

    /** This answer with one header replaced or added. */
    public Answer header(String name, String value) {
        return headers(headers.with(name, value));
    }

    /** This answer with one more header line, beside those of the same name. */
    public Answer addHeader(String name, String value) {
        return headers(headers.plus(name, value));
    }

    /** This answer without a header. */
    public Answer withoutHeader(String name) {
        return headers(headers.without(name));
    }

    /** This answer with other headers. */
    public Answer headers(Headers changed) {
        return new Answer(status, changed, bytes, json, delay, delivery);
    }

    /** This answer with a member set: text, number, boolean, {@link JsonNode}, list, map or null. */
    public Answer set(String member, @Nullable Object value) {
        return editJson(object -> object.set(member, Json.node(value)));
    }

    /** This answer without a member. */
    public Answer remove(String member) {
        return editJson(object -> object.without(member));
    }

    /** This answer with a member under another name, at the end of the object; nothing if it is not there. */
    public Answer rename(String from, String to) {
        return editJson(object -> {
            JsonNode value = object.remove(from);
            return value == null ? object : object.set(to, value);
        });
    }

    /** This answer with its JSON object edited; the edit gets a copy it may change. */
    public Answer editJson(UnaryOperator<ObjectNode> edit) {
        return json == null ? this : new Answer(status, headers, bytes, edit.apply(json.deepCopy()), delay, delivery);
    }

    /** This answer with the text of its body edited, whatever it is. */
    public Answer editText(UnaryOperator<String> edit) {
        return body(edit.apply(text()));
    }

    /** This answer with a raw body. */
    public Answer body(String raw) {
        return body(raw.getBytes(StandardCharsets.UTF_8));
    }

    /** This answer with a raw body. */
    public Answer body(byte[] raw) {
        return new Answer(status, headers, Arrays.copyOf(raw, raw.length), null, delay, delivery);
    }

    /** This answer, held back. */
    public Answer delay(Duration changed) {
        return new Answer(status, headers, bytes, json, changed, delivery);
    }

    /** This answer, delivered otherwise. */
    public Answer delivery(Delivery changed) {
        return new Answer(status, headers, bytes, json, delay, changed);
    }

    /** The status alone: the body may hold codes and tokens. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
