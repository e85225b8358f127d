package org.devicegrant.reports.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.ExchangeRecord;

/** Makes scripts that show a deviation again, from what a run has recorded. */
public final class Replay {

    private static final int MOST = 60;

    private final List<ExchangeRecord> exchanges;
    private final Map<String, ExchangeRecord> issuedBy = new HashMap<>();

    /** @param exchanges all exchanges of the run */
    public Replay(List<ExchangeRecord> exchanges) {
        this.exchanges = exchanges.stream()
                .sorted(Comparator.comparingDouble(ExchangeRecord::sentMs))
                .toList();
        for (ExchangeRecord exchange : this.exchanges) {
            String code =
                    Variables.json(exchange.responseBody()).path("device_code").asText("");
            if (!code.isEmpty()) {
                issuedBy.putIfAbsent(code, exchange);
            }
        }
    }

    /**
     * A POSIX shell script that needs nothing but curl, or an empty text if the result rests on no exchange.
     *
     * @param result usually a FAIL or a WARNING
     */
    public String script(CheckResult result) {
        List<ExchangeRecord> sequence = sequence(result);
        return sequence.isEmpty() ? "" : new ReplayScript(result, sequence).text();
    }

    /** The exchanges of the check and those the verdict rests on, with the requests that issued their codes. */
    private List<ExchangeRecord> sequence(CheckResult result) {
        Set<Integer> numbers = new HashSet<>(result.exchanges());
        Set<ExchangeRecord> wanted = new LinkedHashSet<>();
        for (ExchangeRecord exchange : exchanges) {
            if (exchange.check().equals(result.id()) || numbers.contains(exchange.number())) {
                wanted.add(exchange);
                FormPart.of(exchange.requestBody()).stream()
                        .filter(part -> part.name().equals("device_code"))
                        .map(part -> issuedBy.get(part.value()))
                        .filter(issuer -> issuer != null)
                        .forEach(wanted::add);
            }
        }
        return wanted.stream()
                .sorted(Comparator.comparingDouble(ExchangeRecord::sentMs))
                .limit(MOST)
                .toList();
    }
}
