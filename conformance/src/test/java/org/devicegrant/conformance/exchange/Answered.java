package org.devicegrant.conformance.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.protocol.Form;

/** Answers that no server gave, for those who read answers. */
public final class Answered {
    private Answered() {}

    /** JSON with this status. */
    public static Answer json(int status, String body) {
        return with(status, body, "Content-Type", "application/json");
    }

    /** An OAuth error with the status it should have. */
    public static Answer error(String code) {
        return json(400, "{\"error\":\"" + code + "\"}");
    }

    /** A body with header fields, name and value in turn. */
    public static Answer with(int status, String body, String... headers) {
        List<Header> fields = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(new Header(headers[i], headers[i + 1]));
        }
        return new Answer(1, poll(), 0, 1, status, fields, body.getBytes(StandardCharsets.UTF_8), false);
    }

    /** The same answer under another number, handled between these instants. */
    public static Answer between(int number, long sent, long received, Answer answer) {
        return new Answer(
                number,
                answer.request(),
                sent,
                received,
                answer.status(),
                answer.headers(),
                answer.body(),
                answer.cut());
    }

    /** The same answer to a request for something else. */
    public static Answer to(String purpose, Answer answer) {
        Request request = answer.request().withPurpose(purpose);
        return new Answer(
                answer.number(),
                request,
                answer.sent(),
                answer.received(),
                answer.status(),
                answer.headers(),
                answer.body(),
                answer.cut());
    }

    private static Request poll() {
        return Request.post(Endpoint.TOKEN, "poll", URI.create("http://127.0.0.1/token"), Form.empty());
    }
}
