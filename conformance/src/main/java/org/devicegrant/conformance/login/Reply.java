package org.devicegrant.conformance.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;
import org.jspecify.annotations.Nullable;

/** Answers read as the most lenient clients do: JSON or a form, whatever the label says. */
final class Reply {
    private Reply() {}

    /** The OAuth error of a JSON object or of a form, or null. */
    static @Nullable String error(Answer answer) {
        String error = answer.error();
        return error != null || answer.json().isPresent() ? error : parameter(answer, "error");
    }

    /** One value as text, from a JSON string or number or from a form that is labelled so; empty otherwise. */
    static String value(Answer answer, String name) {
        JsonNode member = answer.member(name);
        if (answer.mediaType().equals(Request.FORM)) {
            return Optional.ofNullable(parameter(answer, name)).orElse("");
        }
        if (member.isNumber()) {
            return member.decimalValue().stripTrailingZeros().toPlainString();
        }
        return member.isTextual() ? member.textValue() : "";
    }

    private static @Nullable String parameter(Answer answer, String name) {
        return answer.text().contains("=")
                ? Form.parse(answer.text()).map(form -> form.value(name)).orElse(null)
                : null;
    }
}
