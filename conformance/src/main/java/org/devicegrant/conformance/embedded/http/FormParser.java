package org.devicegrant.conformance.embedded.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads application/x-www-form-urlencoded strictly: malformed escapes and malformed UTF-8 are refused instead of
 * guessed at (RFC 6749 appendix B).
 */
final class FormParser {
    private final FormRules rules;

    FormParser(FormRules rules) {
        this.rules = rules;
    }

    Form parse(Request request) {
        if (request.bodyLength() > rules.largest()) {
            throw Refusal.invalidRequest("The body is too long").status(413);
        }
        Form body = body(request);
        Form all = merge(body, request);
        Form present = rules.emptyIsOmitted() ? all.withoutEmpty() : all;
        return withoutRepeats(present, all);
    }

    private Form body(Request request) {
        String type = request.header("Content-Type").orElse("");
        if (rules.jsonToo() && essence(type).equals("application/json")) {
            return members(request.text());
        }
        if (!rules.contentType().test(type)) {
            throw Refusal.invalidRequest("The body must be application/x-www-form-urlencoded in UTF-8");
        }
        return decode(new String(request.body(), StandardCharsets.ISO_8859_1));
    }

    private Form merge(Form body, Request request) {
        if (rules.query() == FormRules.Query.IGNORED || request.query().isEmpty()) {
            return body;
        }
        Form query = decode(request.query().orElseThrow());
        boolean preferred = rules.query() == FormRules.Query.PREFERRED;
        Form first = preferred ? query : body;
        Form second = preferred ? body : query;
        Form rest = second;
        for (String name : first.names()) {
            rest = rest.without(name);
        }
        return first.followedBy(rest);
    }

    /** Empty values count as repeats too: a parameter is repeated whether or not it carries something. */
    private Form withoutRepeats(Form present, Form all) {
        Form result = present;
        for (String name : all.names()) {
            if (rules.known().contains(name) && all.values(name).size() > 1) {
                result = resolve(result, name, present.values(name));
            }
        }
        return result;
    }

    private Form resolve(Form form, String name, List<String> values) {
        if (rules.repeated() == FormRules.Repeated.REFUSED) {
            throw Refusal.invalidRequest("Parameter " + name + " is repeated");
        }
        if (values.isEmpty()) {
            return form;
        }
        return switch (rules.repeated()) {
            case LAST_WINS -> form.with(name, values.get(values.size() - 1));
            case JOINED_BY_BLANK -> form.with(name, String.join(" ", values));
            default -> form.with(name, values.get(0));
        };
    }

    private static Form members(String text) {
        JsonNode json = Json.read(text)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refusal.invalidRequest("The body is not a JSON object"));
        Form form = Form.empty();
        for (var member : json.properties()) {
            form = form.plus(member.getKey(), member.getValue().asText());
        }
        return form;
    }

    /** Decodes pairs; every char of {@code encoded} stands for one byte. */
    static Form decode(String encoded) {
        List<Header> pairs = new ArrayList<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(new Header(Percent.decode(name), Percent.decode(value)));
            }
        }
        return new Form(pairs);
    }

    static boolean isForm(String contentType) {
        if (!essence(contentType).equals("application/x-www-form-urlencoded")) {
            return false;
        }
        return List.of(contentType.split(";", -1)).stream()
                .skip(1)
                .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT).replace("\"", ""))
                .filter(parameter -> parameter.startsWith("charset="))
                .allMatch("charset=utf-8"::equals);
    }

    private static String essence(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
