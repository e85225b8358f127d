package org.devicegrant.conformance.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.devicegrant.conformance.protocol.ErrorCodes;
import org.devicegrant.conformance.protocol.Json;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came, with the interval in which the server must have handled it.
 *
 * @param number number of the exchange in the run, from 1
 * @param request what was sent
 * @param sent before the first byte was sent, monotonic nanoseconds
 * @param received after the last byte was received, monotonic nanoseconds
 * @param status status code
 * @param headers header fields in order, repetitions kept
 * @param body the bytes after any content coding was removed
 * @param cut whether the body was longer than what is kept
 */
public record Answer(
        int number,
        Request request,
        long sent,
        long received,
        int status,
        List<Header> headers,
        byte[] body,
        boolean cut) {

    public Answer {
        headers = List.copyOf(headers);
    }

    /** First value of a header field, or null. */
    public @Nullable String header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    /** All values of a header field, in order. */
    public List<String> headerValues(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The {@code Date} header field, in whole seconds; empty if it is missing or malformed. */
    public Optional<Instant> date() {
        try {
            return Optional.ofNullable(header("Date"))
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Media type without parameters in lower case, or empty. */
    public String mediaType() {
        String type = header("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** The body read as UTF-8, wrong bytes replaced. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the body is valid UTF-8. */
    public boolean validUtf8() {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The body as a JSON object, if it is exactly one. */
    public Optional<JsonNode> json() {
        return Json.parse(text()).filter(JsonNode::isObject);
    }

    /** A member of the JSON object; a missing node if there is none or the body is no object. */
    public JsonNode member(String name) {
        return json().map(object -> object.path(name))
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    /** The {@code error} member if it is a text, else null. */
    public @Nullable String error() {
        JsonNode error = member("error");
        return error.isTextual() ? error.textValue() : null;
    }

    /** Whether this is an OAuth error with this code, whatever the status. */
    public boolean isError(String code) {
        return code.equals(error());
    }

    /** Whether the device is told to go on polling. */
    public boolean pending() {
        String error = error();
        return error != null && ErrorCodes.PENDING.contains(error);
    }

    /** Whether this is an OAuth error after which a device stops. */
    public boolean terminal() {
        return error() != null && !pending();
    }

    /** Whether tokens came. */
    public boolean tokens() {
        return status / 100 == 2 && member("access_token").isTextual();
    }

    /** Whether device and user codes came. */
    public boolean codes() {
        return member("device_code").isTextual();
    }

    /** Whether it comes from a limiter or a gateway and not from the grant. */
    public boolean overloaded() {
        boolean limiter = status == 429 && !isError(ErrorCodes.SLOW_DOWN);
        return limiter || fromGateway();
    }

    /** Whether a gateway speaks instead of the server, which may or may not have got the request. */
    public boolean fromGateway() {
        return status >= 502 && status <= 504;
    }

    /** In short and without any credential: {@code 400 invalid_grant}, {@code 200 with a token}, {@code 500 text/html}. */
    public String gist() {
        if (error() != null) {
            return status + " " + shortened(String.valueOf(error()));
        }
        if (tokens()) {
            return status + " with a token";
        }
        if (codes()) {
            return status + " with codes";
        }
        if (body.length == 0) {
            return status + " with an empty body";
        }
        return status + " " + (mediaType().isEmpty() ? "without a media type" : shortened(mediaType()));
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 57) + "...";
    }

    /** Without headers and body: they carry credentials. */
    @Override
    public String toString() {
        return "#" + number + " " + gist();
    }
}
