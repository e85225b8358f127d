package org.devicegrant.conformance.servers;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who reads forms and posts them, without a browser: just enough to show that a server's pages work. */
final class PlainUser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*type=\"hidden\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern HIDDEN_LAST =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** Opens a page, as a browser would: the answer is wanted in HTML. */
    HttpResponse<String> open(String address) throws IOException, InterruptedException {
        return get(address, "text/html");
    }

    /** Reads a document, as a device would: the answer is wanted in JSON. */
    HttpResponse<String> read(String address) throws IOException, InterruptedException {
        return get(address, "application/json");
    }

    private HttpResponse<String> get(String address, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", accept)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Posts fields as a device would: the answer is wanted in JSON. */
    HttpResponse<String> call(String address, Map<String, String> fields, Map<String, String> headers)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept", "application/json");
        return post(address, fields, all);
    }

    /** Posts a page's own hidden fields and some more. */
    HttpResponse<String> submit(HttpResponse<String> page, String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        for (Pattern pattern : new Pattern[] {HIDDEN, HIDDEN_LAST}) {
            Matcher hidden = pattern.matcher(page.body());
            while (hidden.find()) {
                all.put(hidden.group(1), hidden.group(2));
            }
        }
        all.putAll(fields);
        return post(address, all, Map.of("Accept", "text/html"));
    }

    private HttpResponse<String> post(String address, Map<String, String> fields, Map<String, String> headers)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
