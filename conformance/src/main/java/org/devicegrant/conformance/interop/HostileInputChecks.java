package org.devicegrant.conformance.interop;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.noServerError;
import static org.devicegrant.conformance.assertion.Answers.nothingOfItsInside;

import java.util.List;
import java.util.Optional;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.user.Sitting;
import org.devicegrant.conformance.user.Users;

/** Values that a careless server stumbles over (RFC 6749 section 10.14). */
class HostileInputChecks {
    private static final int LONG = 64 * 1024;
    /** So often a value is sent again that got no answer of the server. */
    private static final int TRIES = 4;

    private static final int ENORMOUS = 1024 * 1024;
    /** A product of two primes that nobody sends by chance; an expression that is evaluated shows it. */
    private static final String PRODUCT = "988027";

    /**
     * One value.
     *
     * @param words what it is
     * @param raw as it stands in the body, encoded
     * @param mayBeCutOff whether an HTTP stack may close the connection over it
     */
    private record Value(String words, String raw, boolean mayBeCutOff) {
        Value(String words, String raw) {
            this(words, raw, false);
        }
    }

    private static final List<Value> VALUES = List.of(
            new Value("64 KiB", "a".repeat(LONG), true),
            new Value("a zero byte", "%00"),
            new Value("a line break and a header", "%0d%0aX-Injected%3a1"),
            new Value("malformed UTF-8", "%C3%28%FF"),
            new Value("a lone surrogate", "%ED%A0%80"),
            new Value("a piece of SQL", "%27+OR+1%3D1--"),
            new Value("a dollar expression", "%24%7B991*997%7D"),
            new Value("a double-brace expression", "%7B%7B991*997%7D%7D"),
            new Value("a path", "..%2F..%2Fetc"),
            new Value("an emoji", "%F0%9F%98%80"),
            new Value("a JSON object", "%7B%22a%22%3A1%7D"),
            new Value("a truncated escape", "%4", true));
    private static final Value ONE_MEBIBYTE = new Value("1 MiB", "a".repeat(ENORMOUS), true);
    private static final String FOR_THE_PAGE = "' OR 1=1--${991*997}{{991*997}}../../etc\uD83D\uDE00{\"a\":1}";

    @Check("interop-no-server-error-on-client-input")
    void noValueOfAClientMakesTheServerFail(Devices devices, Judge judge, Users users) {
        Device device = devices.start();

        for (Value value : VALUES) {
            expectHandled(devices, judge, devices.request(), "client_id", value);
            expectHandled(devices, judge, devices.request(), "scope", value);
            expectHandled(devices, judge, device.pollRequest(), "device_code", value);
        }
        expectHandled(devices, judge, devices.request(), "scope", ONE_MEBIBYTE);
        expectHandled(devices, judge, device.pollRequest(), "device_code", ONE_MEBIBYTE);

        users.requirePages("the code entry page with such values");
        try (Sitting sitting = users.first()) {
            sitting.byTyping(device.verificationUri(), FOR_THE_PAGE, Decision.NONE);
            expectPageHandled(judge, sitting, device);
        }
    }

    private static void expectHandled(Devices devices, Judge judge, Request canonical, String name, Value value) {
        Request request = canonical.without(name);
        String rest = request.body().isEmpty() ? "" : request.body() + "&";
        Request odd = request.withRawBody(rest + name + "=" + value.raw()).withPurpose(Request.HOSTILE);
        Optional<Answer> answer = devices.wire().tryOnce(odd);
        String subject = name + " with " + value.words();
        for (int more = TRIES; more > 0 && answer.filter(a -> !a.fromGateway()).isEmpty(); more--) {
            // A busy machine loses answers, too: only what is lost each time is lost for what it holds.
            judge.control("an ordinary request", devices.send(devices.request()), codes());
            answer = devices.wire().tryOnce(odd);
        }
        if (answer.isPresent()) {
            expectSound(judge, subject, answer.get());
        } else {
            judge.expect(subject, "no answer", words -> words)
                    .tolerating(
                            Outcome.of("no answer", words -> value.mayBeCutOff()),
                            "the connection is closed instead of saying why")
                    .otherwise("the connection breaks")
                    .toBe(Outcome.of("an answer", String::isEmpty));
        }
    }

    private static void expectSound(Judge judge, String subject, Answer answer) {
        judge.expect(subject, answer)
                .tolerating(
                        Outcome.of("a refusal that is no JSON", HostileInputChecks::refusedByTheStack),
                        "clients expect a JSON error from these endpoints")
                .otherwise("a typing error looks like an outage, and attackers learn where to dig")
                .toBe(Outcome.of("no server error", a -> !refusedByTheStack(a) && handled(a)));
        judge.expect("the answer to " + subject, answer)
                .otherwise("the value has reached a place where it is executed or shows what is behind")
                .toBe(Outcome.of(
                        "nothing injected and nothing of the server's inside",
                        a -> a.header("X-Injected") == null
                                && !a.text().contains(PRODUCT)
                                && nothingOfItsInside().matches(a)));
    }

    /** A gateway in front may give up on what is far too long. */
    private static boolean handled(Answer answer) {
        boolean cutOff = answer.overloaded() && answer.request().body().length() >= LONG;
        return noServerError().matches(answer) || cutOff;
    }

    /** A guard in front of the server answers 403 in its own words, which is nothing to warn of. */
    private static boolean refusedByTheStack(Answer answer) {
        return answer.status() / 100 == 4
                && answer.status() != 403
                && answer.json().isEmpty();
    }

    private static void expectPageHandled(Judge judge, Sitting sitting, Device device) {
        int worst = sitting.act(tab -> tab.network().stream()
                .filter(event -> event.type().equals("document"))
                .mapToInt(NetworkEvent::status)
                .max()
                .orElse(0));
        judge.expect("the worst status of the code entry page", worst, String::valueOf, device.issued())
                .otherwise("a typing error looks like an outage")
                .toBe(Outcome.of("no server error", status -> status < 500));
        boolean evaluated = sitting.act(tab -> tab.text().contains(PRODUCT));
        judge.expect("the code entry page", evaluated, e -> e ? "the value of an expression" : "none", device.issued())
                .otherwise("what users type is executed")
                .toBe(Outcome.of("no value of an expression", e -> !e));
    }
}
