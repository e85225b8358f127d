package org.devicegrant.reports.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.devicegrant.reports.model.ExchangeRecord;

/** One request as arguments of curl. Parameters keep their order and, where no secret is in them, their very bytes. */
final class CurlRequest {

    private static final Set<String> SET_BY_CURL =
            Set.of("host", "content-length", "connection", "user-agent", "accept-encoding", "expect");
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "dpop", "x-api-key");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ExchangeRecord exchange;
    private final Variables variables;

    CurlRequest(ExchangeRecord exchange, Variables variables) {
        this.exchange = exchange;
        this.variables = variables;
    }

    /** The arguments, each safe for a shell. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--request", Shell.word(exchange.method())));
        for (ExchangeRecord.Field field : exchange.requestHeaders()) {
            if (!SET_BY_CURL.contains(field.name().toLowerCase(Locale.ROOT))) {
                arguments.add("--header");
                arguments.add(header(field));
            }
        }
        for (String name : List.of("Accept", "Content-Type")) {
            if (header(name).isEmpty()) {
                arguments.addAll(List.of("--header", Shell.word(name + ":")));
            }
        }
        arguments.addAll(body());
        arguments.add(Shell.word(exchange.url()));
        return arguments;
    }

    private List<String> body() {
        String body = exchange.requestBody();
        if (!header("Content-Type").toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return body.isEmpty() ? List.of() : List.of("--data-raw", Shell.word(body));
        }
        List<String> arguments = new ArrayList<>();
        for (FormPart part : FormPart.of(body)) {
            if (part.isSecret()) {
                String name = part.raw().substring(0, part.raw().indexOf('='));
                arguments.addAll(
                        List.of("--data-urlencode", Shell.word(name + "=") + "\"" + variables.reference(part) + "\""));
            } else {
                arguments.addAll(List.of("--data-raw", Shell.word(part.raw())));
            }
        }
        return arguments.isEmpty() ? List.of("--data-raw", "''") : arguments;
    }

    private String header(ExchangeRecord.Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (!SECRET.contains(name)) {
            return Shell.word(field.name() + ": " + field.value());
        }
        int space = name.endsWith("authorization") ? field.value().indexOf(' ') + 1 : 0;
        String scheme = field.value().substring(0, space);
        String kind = scheme.isEmpty() ? name : scheme.strip();
        String reference = variables.credentials(kind, field.value());
        return Shell.word(field.name() + ": " + scheme) + "\"" + reference + "\"";
    }

    private String header(String name) {
        return exchange.requestHeaders().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(ExchangeRecord.Field::value)
                .findFirst()
                .orElse("");
    }
}
