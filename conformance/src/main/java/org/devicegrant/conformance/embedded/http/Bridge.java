package org.devicegrant.conformance.embedded.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Carries requests from WireMock to the handler and answers back. A filter rather than a stub with a transformer: it
 * leaves out stub matching, which costs more than a poll, and WireMock adds no header of its own to the answer.
 */
final class Bridge implements StubRequestFilterV2 {
    private final Function<Request, Answer> handler;

    Bridge(Function<Request, Answer> handler) {
        this.handler = handler;
    }

    @Override
    public String getName() {
        return "authorization-server";
    }

    @Override
    public RequestFilterAction filter(com.github.tomakehurst.wiremock.http.Request request, ServeEvent serveEvent) {
        return RequestFilterAction.stopWith(outward(handler.apply(inward(request))));
    }

    private static Request inward(com.github.tomakehurst.wiremock.http.Request request) {
        List<Header> headers = new ArrayList<>();
        String query = null;
        for (HttpHeader header : request.getHeaders().all()) {
            if (header.key().equalsIgnoreCase(Envelope.QUERY)) {
                query = header.firstValue();
            } else {
                boolean enveloped = header.key().equalsIgnoreCase(Envelope.CONTENT_TYPE);
                String name = enveloped ? "Content-Type" : header.key();
                header.values().forEach(value -> headers.add(new Header(name, value)));
            }
        }
        byte[] body = request.getBody();
        return new Request(
                request.getMethod().value(),
                request.getUrl(),
                query,
                new Headers(headers),
                body == null ? new byte[0] : body,
                peer(request));
    }

    /** WireMock takes X-Forwarded-For for the peer's address if there is one, which anybody can forge. */
    private static String peer(com.github.tomakehurst.wiremock.http.Request request) {
        return request.containsHeader("X-Forwarded-For") ? Door.LOOPBACK : request.getClientIp();
    }

    private static ResponseDefinition outward(Answer answer) {
        List<HttpHeader> headers = new ArrayList<>();
        for (Header header : answer.headers()) {
            headers.add(new HttpHeader(header.name(), header.value()));
        }
        ResponseDefinitionBuilder definition = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(answer.status())
                .withHeaders(new HttpHeaders(headers))
                .withBody(answer.body());
        if (!answer.delay().isZero()) {
            definition.withFixedDelay((int) answer.delay().toMillis());
        }
        switch (answer.delivery()) {
            case RESET -> definition.withFault(Fault.CONNECTION_RESET_BY_PEER);
            case EMPTY -> definition.withFault(Fault.EMPTY_RESPONSE);
            case COMPLETE -> {}
        }
        return definition.build();
    }
}
