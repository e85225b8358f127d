package org.devicegrant.reports.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;

/** The text of one script. */
final class ReplayScript {

    private static final double NO_WAIT_MS = 50;
    private static final String FUNCTIONS = """
            set -eu
            answers=$(mktemp -d)
            trap 'rm -rf "$answers"' EXIT
            send() { # number, arguments of curl; shows status and body
              number=$1; shift
              status=$(curl --silent --show-error --max-time 60 --output "$answers/$number" --write-out '%{http_code}' "$@") || status='no answer'
              printf '#%s  %s  %s\\n' "$number" "$status" "$(cat "$answers/$number" 2>/dev/null)"
            }
            member() { # number, name; a string member of that answer
              tr -d '\\n' <"$answers/$1" | sed -n 's/.*"'"$2"'"[[:space:]]*:[[:space:]]*"\\([^"]*\\)".*/\\1/p'
            }
            decide() { # approve or refuse, number of the answer with the user code
              printf 'Now %s the code %s at %s in a browser, then press Enter. ' "$1" "$(member "$2" user_code)" "$(member "$2" verification_uri)" >&2
              read -r _
            }
            """;

    private final CheckResult result;
    private final List<ExchangeRecord> sequence;
    private final Variables variables = new Variables();
    private final Map<String, Integer> issuers = new HashMap<>();
    private final Set<String> decided = new HashSet<>();
    private final StringBuilder steps = new StringBuilder();

    ReplayScript(CheckResult result, List<ExchangeRecord> sequence) {
        this.result = result;
        this.sequence = sequence;
    }

    String text() {
        double answered = Double.NaN;
        for (List<ExchangeRecord> together : overlapping()) {
            appendWait(answered, together.get(0));
            together.forEach(this::appendDecision);
            together.forEach(exchange -> appendRequest(exchange, together.size() > 1));
            steps.append(together.size() > 1 ? "wait\n" : "");
            together.forEach(this::appendTaken);
            answered = end(together);
        }
        return head() + FUNCTIONS + required() + "\n" + steps + foot();
    }

    /** The sequence in lots: a request that was sent before the answers of its lot were there belongs to the lot. */
    private List<List<ExchangeRecord>> overlapping() {
        List<List<ExchangeRecord>> lots = new ArrayList<>();
        for (ExchangeRecord exchange : sequence) {
            if (lots.isEmpty() || exchange.sentMs() >= end(lots.get(lots.size() - 1))) {
                lots.add(new ArrayList<>());
            }
            lots.get(lots.size() - 1).add(exchange);
        }
        return lots;
    }

    private static double end(List<ExchangeRecord> lot) {
        return lot.stream()
                .mapToDouble(exchange -> Objects.requireNonNullElse(exchange.receivedMs(), exchange.sentMs()))
                .max()
                .orElse(0);
    }

    private String head() {
        return "#!/bin/sh\n"
                + Shell.comment(
                        "Shows again: " + result.id() + " (" + result.level().word() + "), " + result.source())
                + Shell.comment(result.statement())
                + Shell.comment("The run said " + result.verdict() + ": " + result.message());
    }

    private String required() {
        return variables.required().stream()
                .map(name -> ": \"${" + name + ":?set " + name + " in the environment}\"\n")
                .collect(Collectors.joining());
    }

    private String foot() {
        StringBuilder foot = new StringBuilder("\n");
        if (!result.expected().isEmpty()) {
            foot.append(Shell.comment("Accepted: " + String.join("; or ", result.expected())));
        }
        if (!result.actual().isBlank()) {
            foot.append(Shell.comment("The run received: " + result.actual()));
        }
        return foot.toString();
    }

    private void appendWait(double answered, ExchangeRecord exchange) {
        double pause = exchange.sentMs() - answered;
        if (pause > NO_WAIT_MS) {
            steps.append(String.format(Locale.ROOT, "sleep %.3f\n", pause / 1000));
        }
    }

    /** The user acts in a browser, which no exchange shows: a token or a refusal means that it happened before. */
    private void appendDecision(ExchangeRecord exchange) {
        var answer = Variables.json(exchange.responseBody());
        boolean approved = answer.has("access_token");
        boolean refused = answer.path("error").asText().equals("access_denied");
        String code = deviceCode(exchange);
        Integer issuer = issuers.get(code);
        if ((approved || refused) && issuer != null && decided.add(code)) {
            steps.append("decide ")
                    .append(approved ? "approve " : "refuse ")
                    .append(issuer)
                    .append('\n');
        }
    }

    private void appendRequest(ExchangeRecord exchange, boolean background) {
        String arguments = String.join(" ", new CurlRequest(exchange, variables).arguments());
        steps.append(Shell.comment("#" + exchange.number() + " " + exchange.purpose()));
        steps.append("send ").append(exchange.number()).append(' ').append(arguments);
        steps.append(background ? " &\n" : "\n");
    }

    private void appendTaken(ExchangeRecord exchange) {
        for (Variables.Taken value : variables.takenFrom(exchange)) {
            steps.append(value.variable()).append("=$(member ");
            steps.append(exchange.number()).append(' ').append(value.member()).append(")\n");
        }
        String code =
                Variables.json(exchange.responseBody()).path("device_code").asText();
        if (!code.isEmpty()) {
            issuers.putIfAbsent(code, exchange.number());
        }
    }

    private static String deviceCode(ExchangeRecord exchange) {
        return FormPart.of(exchange.requestBody()).stream()
                .filter(part -> part.name().equals("device_code"))
                .map(FormPart::value)
                .findFirst()
                .orElse("");
    }
}
