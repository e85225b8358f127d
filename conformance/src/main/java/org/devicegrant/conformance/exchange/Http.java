package org.devicegrant.conformance.exchange;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Sends requests and gives back what came, whatever it was. Every request has a client and a connection of its own: a
 * pooled connection that went stale is silently sent again by HTTP clients, and a second poll nobody asked for would be
 * judged as the server's fault. Safe for use by many threads.
 */
public final class Http implements AutoCloseable {
    private final HttpOptions options;
    private final Transcript transcript;
    private final Ticker ticker;
    private final SSLContext tls;
    private final ScheduledExecutorService deadlines;

    /**
     * @throws IOException if the CA file cannot be used
     */
    public Http(HttpOptions options, Transcript transcript, Ticker ticker) throws IOException {
        CaseRules.ofNoCountry();
        this.options = options;
        this.transcript = transcript;
        this.ticker = ticker;
        this.tls = Tls.context(options.caFile(), options.insecure());
        this.deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Sends one request once; nothing is sent again and no redirect is followed.
     *
     * @param check id of the requirement on whose behalf it is sent, for the record
     * @throws Unanswered if no complete answer came within the time limit
     */
    public Answer send(String check, Request request) {
        int number = transcript.next();
        Request complete = withCommonHeaders(request);
        Connection connection = new Connection(options, tls, complete, ticker);
        ScheduledFuture<?> deadline =
                deadlines.schedule(connection::abort, options.whole().toMillis(), TimeUnit.MILLISECONDS);
        try {
            Response response = specification(complete, connection).request(complete.method(), url(complete));
            Bodies.Read body = Bodies.read(response, options.maxBody());
            Answer answer = new Answer(
                    number,
                    complete,
                    connection.sent(),
                    ticker.nanos(),
                    response.statusCode(),
                    headers(response),
                    body.bytes(),
                    body.cut() || connection.cut());
            transcript.answered(check, complete, answer);
            return answer;
        } catch (Exception e) {
            // REST Assured throws checked exceptions without declaring them.
            String problem = Problems.describe(e, complete, connection.aborted(), options);
            transcript.unanswered(number, check, complete, connection.sent(), problem);
            throw new Unanswered(number, problem, e);
        } finally {
            deadline.cancel(false);
            connection.close();
        }
    }

    /**
     * Sends requests with bodies so that they reach the server at the same moment.
     *
     * @return the answers that came, at least one, in the order of the requests
     * @throws Unanswered if none came
     */
    public List<Answer> volley(String check, List<Request> requests) {
        List<Answer> answers = new ArrayList<>();
        Unanswered lost = null;
        List<Request> complete = requests.stream().map(this::withCommonHeaders).toList();
        for (Volley.Shot shot : new Volley(options, tls, ticker, deadlines).fire(complete)) {
            int number = transcript.next();
            if (shot.failure() == null) {
                Answer answer = new Answer(
                        number,
                        shot.request(),
                        shot.sent(),
                        shot.received(),
                        shot.status(),
                        shot.headers(),
                        shot.body(),
                        shot.cut());
                transcript.answered(check, shot.request(), answer);
                answers.add(answer);
            } else {
                String problem = Problems.describe(shot.failure(), shot.request(), false, options);
                transcript.unanswered(number, check, shot.request(), shot.sent(), problem);
                lost = new Unanswered(number, problem, shot.failure());
            }
        }
        if (answers.isEmpty() && lost != null) {
            throw lost;
        }
        return answers;
    }

    private Request withCommonHeaders(Request request) {
        Request complete = request;
        for (Header header : options.headers()) {
            complete = complete.header(header.name(), header.value());
        }
        return complete;
    }

    private static String url(Request request) {
        return request.target().toString();
    }

    private static RequestSpecification specification(Request request, Connection connection) {
        RestAssuredConfig config = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(connection::client))
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                .encoderConfig(EncoderConfig.encoderConfig()
                        .defaultContentCharset("UTF-8")
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false));
        RequestSpecBuilder builder = new RequestSpecBuilder().setConfig(config).setUrlEncodingEnabled(false);
        if (carriesBody(request)) {
            // The connection's interceptor puts the real header fields in place afterwards.
            builder.setContentType(Request.FORM).setBody(request.body());
        }
        return RestAssured.given(builder.build());
    }

    private static boolean carriesBody(Request request) {
        return request.rawBody() != null || !request.form().parameters().isEmpty() || "POST".equals(request.method());
    }

    private static List<Header> headers(Response response) {
        return response.headers().asList().stream()
                .map(h -> new Header(h.getName(), h.getValue() == null ? "" : h.getValue()))
                .toList();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
