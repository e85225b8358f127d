package org.devicegrant.reports;

import com.fasterxml.jackson.core.JacksonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.devicegrant.reports.model.ExchangeRecord;

/**
 * {@code exchanges.jsonl}: every exchange of a run, one a line, in the order in which they were completed. One line's
 * JSON Schema is shipped beside this class as {@code exchange.schema.json}. {@link ExchangeLog} writes it while a run
 * goes on.
 */
public final class ExchangesJsonl {

    private ExchangesJsonl() {}

    /** What could be read. {@code cutOff} says that the last line was incomplete and has been left out. */
    public record Reading(List<ExchangeRecord> exchanges, boolean cutOff) {
        public Reading {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** All exchanges, one line each. */
    public static String render(List<ExchangeRecord> exchanges) {
        StringBuilder text = new StringBuilder();
        exchanges.forEach(exchange -> text.append(line(exchange)));
        return text.toString();
    }

    /** One exchange as one line, ending with a line feed. */
    public static String line(ExchangeRecord exchange) {
        try {
            return Json.MAPPER.writeValueAsString(exchange) + "\n";
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a plain record always has a JSON form", impossible);
        }
    }

    /**
     * The exchanges written as {@code text}. A last line that does not end or does not parse is what a run leaves when
     * it is killed: it is left out and reported by {@link Reading#cutOff()}.
     *
     * @param place where the text comes from, for messages
     * @throws UnreadableReport if any line but the last is damaged
     */
    public static Reading read(String text, String place) {
        List<ExchangeRecord> exchanges = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            try {
                exchanges.add(parse(lines.get(i)));
            } catch (JacksonException | NullPointerException e) {
                if (last) {
                    return new Reading(exchanges, true);
                }
                throw new UnreadableReport(place + " is damaged in line " + (i + 1) + " of " + lines.size()
                        + ": it is not an exchange, though a cut-off run can only damage the last line");
            }
        }
        return new Reading(exchanges, !text.isEmpty() && !text.endsWith("\n"));
    }

    private static ExchangeRecord parse(String line) throws JacksonException {
        // The word null is JSON, too.
        return Objects.requireNonNull(Json.MAPPER.readValue(line, ExchangeRecord.class));
    }
}
