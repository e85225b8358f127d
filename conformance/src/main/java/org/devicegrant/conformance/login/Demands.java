package org.devicegrant.conformance.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.protocol.ErrorCodes;

/** The words in which demands are written. */
final class Demands {
    private Demands() {}

    /** Any demand on the answer as a whole. */
    static Demand answer(Moment moment, String expected, Predicate<Answer> met) {
        return Demand.of(moment, expected, a -> met.test(a) ? Optional.empty() : Optional.of(a.gist()));
    }

    static Demand status(Moment moment, int status) {
        return answer(moment, "status " + status, a -> a.status() == status);
    }

    /** An error that is known by its status. */
    static Demand noSuccessStatus(Moment moment) {
        return answer(moment, "a status other than 200", a -> a.status() != 200);
    }

    static Demand json(Moment moment) {
        return answer(moment, "a JSON object", a -> a.json().isPresent());
    }

    /** A label that says JSON; its parameters do not matter. */
    static Demand labelledAsJson(Moment moment, String... others) {
        List<String> types = Arrays.asList(others);
        return Demand.of(
                moment,
                "the media type application/json",
                a -> a.mediaType().equals("application/json") || types.contains(a.mediaType())
                        ? Optional.empty()
                        : Optional.of(a.mediaType().isEmpty() ? "no media type" : a.mediaType()));
    }

    /** authorization_pending or slow_down as member {@code error} of a JSON object. */
    static Demand pendingError(Moment moment) {
        return answer(moment, "the error authorization_pending or slow_down", Answer::pending);
    }

    /** The same, from JSON or a form. */
    static Demand pendingErrorInAnyForm(Moment moment) {
        return answer(
                moment,
                "the error authorization_pending or slow_down",
                a -> ErrorCodes.PENDING.contains(String.valueOf(Reply.error(a))));
    }

    /** Any demand on one member. */
    static Demand member(Moment moment, String name, String expected, Predicate<JsonNode> met) {
        return Demand.of(moment, expected, a -> {
            JsonNode node = a.member(name);
            return met.test(node) ? Optional.empty() : Optional.of(name + " " + gist(node));
        });
    }

    private static String gist(JsonNode node) {
        return node.isMissingNode() ? "missing" : "as " + Members.gist(node);
    }

    static Demand text(Moment moment, String name) {
        return member(
                moment,
                name,
                "a non-empty string " + name,
                n -> n.isTextual() && !n.textValue().isEmpty());
    }

    /** A string or no such member. A null is neither. */
    static Demand textIfThere(Moment moment, String name) {
        return member(moment, name, "a string " + name + " or none", n -> n.isMissingNode() || n.isTextual());
    }

    /** As Go decodes into an int: absent, null or a whole number without a fraction. */
    static Demand wholeNumberInGo(Moment moment, String name) {
        return member(
                moment,
                name,
                "a whole number " + name + ", or none",
                n -> n.isMissingNode() || n.isNull() || n.isIntegralNumber());
    }

    /** A whole number that must be there. */
    static Demand wholeNumber(Moment moment, String name) {
        return member(moment, name, "a whole number " + name, JsonNode::isIntegralNumber);
    }

    /** A whole number, or a string of digits. */
    static boolean numeral(JsonNode node) {
        return node.isNumber() || node.isTextual() && node.textValue().matches("-?\\d{1,18}");
    }

    /** A URI as Java reads it. */
    static boolean uri(JsonNode node) {
        try {
            return node.isTextual() && !new URI(node.textValue()).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
