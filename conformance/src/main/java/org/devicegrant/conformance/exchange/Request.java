package org.devicegrant.conformance.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.devicegrant.conformance.protocol.Form;
import org.jspecify.annotations.Nullable;

/**
 * A request exactly as it will be sent: besides {@code Host}, {@code Content-Length} and {@code Connection} no header is
 * added. Immutable; a check takes a canonical request and changes one thing.
 *
 * @param endpoint which endpoint it is for
 * @param purpose what it is for, for people, for example {@code poll}
 * @param method request method
 * @param url address; a query in {@code query} is added to it
 * @param headers header fields in order, Content-Type included
 * @param query parameters to add to the URL's query
 * @param form parameters of the body
 * @param rawBody body to send instead of {@code form}, or null
 */
public record Request(
        Endpoint endpoint,
        String purpose,
        String method,
        URI url,
        List<Header> headers,
        Form query,
        Form form,
        @Nullable String rawBody) {

    /** Content type of the canonical request; no charset, since the media type defines none. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** Purpose of requests with values that a guard in front of the server may stop. */
    public static final String HOSTILE = "hostile input";

    /** Longest body that no HTTP stack refuses. */
    private static final int ORDINARY_LENGTH = 8_192;

    public Request {
        headers = List.copyOf(headers);
    }

    /** A POST of a form that accepts JSON. */
    public static Request post(Endpoint endpoint, String purpose, URI url, Form form) {
        List<Header> headers = List.of(new Header("Content-Type", FORM), new Header("Accept", "application/json"));
        return new Request(endpoint, purpose, "POST", url, headers, Form.empty(), form, null);
    }

    /** A GET. */
    public static Request get(Endpoint endpoint, String purpose, URI url) {
        return new Request(
                endpoint,
                purpose,
                "GET",
                url,
                List.of(new Header("Accept", "application/json")),
                Form.empty(),
                Form.empty(),
                null);
    }

    public Request withMethod(String other) {
        return new Request(endpoint, purpose, other, url, headers, query, form, rawBody);
    }

    public Request withUrl(URI other) {
        return new Request(endpoint, purpose, method, other, headers, query, form, rawBody);
    }

    /** The same request seen as one to another endpoint, so that the rules of the first do not apply to its answer. */
    public Request at(Endpoint other) {
        return new Request(other, purpose, method, url, headers, query, form, rawBody);
    }

    public Request withPurpose(String other) {
        return new Request(endpoint, other, method, url, headers, query, form, rawBody);
    }

    public Request withForm(Form other) {
        return new Request(endpoint, purpose, method, url, headers, query, other, null);
    }

    public Request withQuery(Form other) {
        return new Request(endpoint, purpose, method, url, headers, other, form, rawBody);
    }

    /** Sends {@code body} as it stands; its encoding is not touched. */
    public Request withRawBody(String body) {
        return new Request(endpoint, purpose, method, url, headers, query, form, body);
    }

    /** Adds a parameter to the body. */
    public Request with(String name, @Nullable String value) {
        return withForm(form.with(name, value));
    }

    /** Removes a parameter from the body. */
    public Request without(String name) {
        return withForm(form.without(name));
    }

    /** Gives a parameter of the body another value. */
    public Request replace(String name, String value) {
        return withForm(form.replace(name, value));
    }

    /** Sets a header field, in place of any of that name. */
    public Request header(String name, String value) {
        List<Header> changed = new ArrayList<>(withoutHeader(name).headers());
        changed.add(new Header(name, value));
        return new Request(endpoint, purpose, method, url, changed, query, form, rawBody);
    }

    /** Adds a header field line, keeping others of that name. */
    public Request addHeader(String name, String value) {
        List<Header> changed = new ArrayList<>(headers);
        changed.add(new Header(name, value));
        return new Request(endpoint, purpose, method, url, changed, query, form, rawBody);
    }

    public Request withoutHeader(String name) {
        List<Header> kept =
                headers.stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList();
        return new Request(endpoint, purpose, method, url, kept, query, form, rawBody);
    }

    /** Drops every header field but Content-Type. */
    public Request bare() {
        List<Header> kept = headers.stream()
                .filter(h -> h.name().equalsIgnoreCase("Content-Type"))
                .toList();
        return new Request(endpoint, purpose, method, url, kept, query, form, rawBody);
    }

    /** The address with the query. */
    public URI target() {
        if (query.parameters().isEmpty()) {
            return url;
        }
        String separator = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + separator + query.encoded());
    }

    /** The body, empty where the method carries none. */
    public String body() {
        return rawBody != null ? rawBody : form.encoded();
    }

    /** The parameters of the body as a server decodes them, if the body is a well-formed form. */
    public Optional<Form> parameters() {
        return Form.parse(body());
    }

    /**
     * Whether this is what the grant defines, be its values right or wrong: a POST of a well-formed form that is ready
     * for JSON, from no other site's script. The answer to anything else may come from the HTTP stack or a guard in front
     * of the server.
     */
    public boolean ordinary() {
        return method.equals("POST")
                && !purpose.equals(HOSTILE)
                && headers.stream().noneMatch(h -> h.name().equalsIgnoreCase("Origin"))
                && mediaType().equals(FORM)
                && takesJson()
                && body().length() <= ORDINARY_LENGTH
                && parameters().isPresent();
    }

    /**
     * Whether this carries a proof of the moment when it was made: an assertion (RFC 7523 section 3) or a DPoP proof (RFC
     * 9449 section 4.2). Servers may refuse it a minute later, or when it comes again.
     */
    public boolean ages() {
        return form.value("client_assertion") != null
                || query.value("client_assertion") != null
                || !field("DPoP").isEmpty();
    }

    private String mediaType() {
        return field("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private boolean takesJson() {
        String accepted = field("Accept");
        return accepted.isEmpty() || accepted.contains("application/json") || accepted.contains("*/*");
    }

    private String field(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** Without values: requests carry secrets. */
    @Override
    public String toString() {
        return purpose + " " + method + " " + endpoint;
    }
}
