package org.devicegrant.reports.html;

import java.util.List;
import org.devicegrant.reports.model.ExchangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as shown: a line, and what was sent and received as on the wire.
 *
 * @param number position in the run
 * @param check whose check sent it
 * @param purpose what it was for
 * @param sentAt when it was sent
 * @param duration until the answer was complete, or empty
 * @param request first line of what was sent
 * @param status status code, or a dash
 * @param answer what a device would understand
 * @param sent header fields and body sent
 * @param received header fields and body received
 * @param problem why no complete answer came, or null
 */
public record ExchangeView(
        int number,
        String check,
        String purpose,
        String sentAt,
        String duration,
        String request,
        String status,
        Answer answer,
        String sent,
        String received,
        @Nullable String problem) {

    private static final int LONGEST_BODY = 3000;

    /** The view of {@code exchange}. Long bodies are cut and say so. */
    public static ExchangeView of(ExchangeRecord exchange) {
        Integer status = exchange.status();
        Double received = exchange.receivedMs();
        return new ExchangeView(
                exchange.number(),
                exchange.check(),
                exchange.purpose(),
                Times.offset(exchange.sentMs()),
                received == null ? "" : Times.duration(received - exchange.sentMs()),
                exchange.method() + " " + exchange.url(),
                status == null ? "–" : String.valueOf(status),
                Answer.of(exchange),
                message(exchange.method() + " " + exchange.url(), exchange.requestHeaders(), exchange.requestBody()),
                status == null ? "" : message("HTTP " + status, exchange.responseHeaders(), exchange.responseBody()),
                exchange.problem());
    }

    /** The same without what was sent and received, where a page would grow too large. */
    public ExchangeView withoutMessages() {
        return new ExchangeView(number, check, purpose, sentAt, duration, request, status, answer, "", "", problem);
    }

    /** About how many characters it adds to a page. */
    int weight() {
        return sent.length() + received.length();
    }

    private static String message(String first, List<ExchangeRecord.Field> headers, String body) {
        StringBuilder text = new StringBuilder(first);
        headers.forEach(
                field -> text.append('\n').append(field.name()).append(": ").append(field.value()));
        if (!body.isEmpty()) {
            text.append("\n\n").append(body, 0, Math.min(body.length(), LONGEST_BODY));
        }
        if (body.length() > LONGEST_BODY) {
            text.append("\n… cut here; all ").append(body.length()).append(" characters are in exchanges.jsonl");
        }
        return text.toString();
    }
}
