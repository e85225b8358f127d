package org.devicegrant.reports.html;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.devicegrant.reports.model.ExchangeRecord;

/**
 * What a device would understand of an answer.
 *
 * @param kind for marks and counts
 * @param word what it says, for example {@code authorization_pending}
 */
public record Answer(Kind kind, String word) {

    private static final int LONGEST_WORD = 80;

    public Answer {
        word = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers that differ in what a device does next. */
    public enum Kind {
        CODES("codes", "codes issued"),
        PENDING("pending", "authorization_pending"),
        SLOW_DOWN("slow-down", "slow_down"),
        TOKEN("token", "token"),
        DENIED("denied", "access_denied"),
        EXPIRED("expired", "expired_token"),
        ERROR("error", "another error"),
        OTHER("other", "other answer"),
        NONE("none", "no answer");

        private final String key;
        private final String words;

        Kind(String key, String words) {
            this.key = key;
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** For style classes and marks. */
        public String key() {
            return key;
        }
    }

    /** Reads the answer of one exchange (RFC 8628 sections 3.2 and 3.5). */
    public static Answer of(ExchangeRecord exchange) {
        if (exchange.status() == null) {
            return new Answer(Kind.NONE, exchange.problem() == null ? "no answer" : exchange.problem());
        }
        JsonNode body = json(exchange.responseBody());
        if (body.path("error").isTextual()) {
            return ofError(body.path("error").textValue());
        }
        if (body.has("access_token")) {
            return new Answer(Kind.TOKEN, "token");
        }
        if (body.has("device_code")) {
            return new Answer(Kind.CODES, "codes issued");
        }
        return new Answer(exchange.status() >= 400 ? Kind.ERROR : Kind.OTHER, "status " + exchange.status());
    }

    /** The answer named by a word, as measured polls carry it. */
    public static Answer ofWord(String word) {
        return switch (word) {
            case "token" -> new Answer(Kind.TOKEN, word);
            case "none", "" -> new Answer(Kind.NONE, "no answer");
            default -> ofError(word);
        };
    }

    private static Answer ofError(String error) {
        Kind kind = switch (error) {
            case "authorization_pending" -> Kind.PENDING;
            case "slow_down" -> Kind.SLOW_DOWN;
            case "access_denied" -> Kind.DENIED;
            case "expired_token" -> Kind.EXPIRED;
            default -> Kind.ERROR;
        };
        return new Answer(kind, error);
    }

    private static JsonNode json(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
