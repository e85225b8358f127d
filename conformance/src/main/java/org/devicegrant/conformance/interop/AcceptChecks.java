package org.devicegrant.conformance.interop;

import static org.devicegrant.conformance.assertion.Answers.status;

import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** Clients that say little about themselves. */
class AcceptChecks {
    private static final Outcome<Answer> CODES = Outcome.of("codes as JSON", a -> a.codes() && json(a));
    private static final Outcome<Answer> PENDING = Outcome.of("a pending error as JSON", a -> a.pending() && json(a));

    /** What a client says it takes. */
    private record Taste(String words, UnaryOperator<Request> change) {}

    private static final List<Taste> OTHERS = List.of(
            new Taste("no header but Content-Type", Request::bare),
            new Taste("Accept: */*", r -> r.header("Accept", "*/*")),
            new Taste("Accept: text/html", r -> r.header("Accept", "text/html")));
    private static final Taste XML = new Taste("Accept: application/xml", r -> r.header("Accept", "application/xml"));

    @Check("interop-json-without-accept")
    void jsonComesWhateverTheClientAccepts(Devices devices, Judge judge) {
        judge.control("a poll at once on a fresh code", devices.start().poll(), PENDING);

        for (Taste taste : OTHERS) {
            judge.expect("a device authorization request with " + taste.words(), start(devices, taste))
                    .otherwise("minimal clients are locked out")
                    .toBe(CODES);
            judge.expect("a poll with " + taste.words(), poll(devices, taste))
                    .otherwise("minimal clients are locked out")
                    .toBe(PENDING);
        }
        judge.expect("a device authorization request with " + XML.words(), start(devices, XML))
                .tolerating(status(406), "there is one format, so there is nothing to negotiate")
                .toBe(CODES);
        judge.expect("a poll with " + XML.words(), poll(devices, XML))
                .tolerating(status(406), "there is one format, so there is nothing to negotiate")
                .toBe(PENDING);
    }

    private static Answer start(Devices devices, Taste taste) {
        return devices.send(taste.change().apply(devices.request()));
    }

    private static Answer poll(Devices devices, Taste taste) {
        Device device = devices.start();
        return device.send(taste.change().apply(device.pollRequest()));
    }

    private static boolean json(Answer answer) {
        return answer.mediaType().equals("application/json");
    }
}
