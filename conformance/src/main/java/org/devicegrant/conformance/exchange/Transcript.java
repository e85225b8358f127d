package org.devicegrant.conformance.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.devicegrant.reports.model.ExchangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was sent and received in a run. Keeps the live answers for the passive rules, and hands out each
 * exchange redacted. Safe for use by many threads.
 */
public final class Transcript {
    /** Longest body kept in a record; longer ones are cut. */
    private static final int RECORDED_BODY = 8_192;

    private static final Set<Endpoint> GRANT = Set.of(Endpoint.DEVICE_AUTHORIZATION, Endpoint.TOKEN);

    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, Answer> answers = new ConcurrentSkipListMap<>();
    private final Map<Integer, ExchangeRecord> records = new ConcurrentSkipListMap<>();
    private final Redaction redaction;
    private final Overheard overheard;
    private final SharedCodes sharedCodes = new SharedCodes();
    private final Consumer<ExchangeRecord> sink;
    private final long start;

    /**
     * @param redaction hides what must not be kept
     * @param start start of the run, monotonic nanoseconds
     * @param sink gets each record as soon as it is complete, so that a run cut short loses nothing
     */
    public Transcript(Redaction redaction, long start, Consumer<ExchangeRecord> sink) {
        this.redaction = redaction;
        this.overheard = new Overheard(redaction);
        this.start = start;
        this.sink = sink;
    }

    /** Number for the next exchange. */
    int next() {
        return count.incrementAndGet();
    }

    void answered(String check, Request sentRequest, Answer answer) {
        overheard.sent(sentRequest);
        overheard.received(answer);
        sharedCodes.issued(answer);
        sharedCodes.sent(check, sentRequest);
        answers.put(answer.number(), answer);
        String body = answer.text();
        record(new ExchangeRecord(
                answer.number(),
                check,
                sentRequest.purpose(),
                millis(answer.sent()),
                millis(answer.received()),
                sentRequest.method(),
                redaction.redact(sentRequest.target().toString()),
                fields(sentRequest.headers()),
                redaction.redact(cut(sentRequest.body())),
                answer.status(),
                fields(answer.headers()),
                redaction.redact(cut(body)),
                answer.cut() ? "the body was longer than is read and was cut" : null));
    }

    void unanswered(int number, String check, Request request, long sent, String problem) {
        overheard.sent(request);
        record(new ExchangeRecord(
                number,
                check,
                request.purpose(),
                millis(sent),
                null,
                request.method(),
                redaction.redact(request.target().toString()),
                fields(request.headers()),
                redaction.redact(cut(request.body())),
                null,
                List.of(),
                "",
                problem));
    }

    private void record(ExchangeRecord record) {
        records.put(record.number(), record);
        sink.accept(record);
    }

    private List<ExchangeRecord.Field> fields(List<Header> headers) {
        return headers.stream()
                .map(h -> new ExchangeRecord.Field(h.name(), redaction.header(h.name(), h.value())))
                .toList();
    }

    private static String cut(String body) {
        return body.length() <= RECORDED_BODY ? body : body.substring(0, RECORDED_BODY) + "… (cut)";
    }

    /** Milliseconds since the start of the run. */
    public double millis(long nanos) {
        return Math.round((nanos - start) / 1_000.0) / 1_000.0;
    }

    /** The reverse: monotonic nanoseconds of a moment in milliseconds since the start of the run. */
    public long nanos(double millis) {
        return start + Math.round(millis * 1_000_000);
    }

    /** Every answer of the run so far, in order of sending. */
    public List<Answer> answers() {
        return new ArrayList<>(answers.values());
    }

    /** The answers of one endpoint so far, in order of sending. */
    public List<Answer> answers(Endpoint endpoint) {
        return answers.values().stream()
                .filter(a -> a.request().endpoint() == endpoint)
                .toList();
    }

    /**
     * What the grant itself has said so far: answers of the device authorization and token endpoints to ordinary
     * requests, without those of limiters and gateways.
     */
    public List<Answer> grantAnswers() {
        return answers.values().stream()
                .filter(a -> GRANT.contains(a.request().endpoint()))
                .filter(a -> a.request().ordinary() && !a.overloaded())
                .toList();
    }

    /**
     * Whether a check has polled with a device code that the server has issued for more than one request, so that others
     * may have used it.
     */
    public boolean polledWithSharedCode(String check) {
        return sharedCodes.polledBy(check);
    }

    /** Every exchange so far, redacted. */
    public List<ExchangeRecord> records() {
        return new ArrayList<>(records.values());
    }

    /** One exchange, redacted, or null. */
    public @Nullable ExchangeRecord record(int number) {
        return records.get(number);
    }
}
