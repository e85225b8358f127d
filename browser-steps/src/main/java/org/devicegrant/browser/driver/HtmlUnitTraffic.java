package org.devicegrant.browser.driver;

import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebConnection;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.htmlunit.util.WebConnectionWrapper;
import org.jspecify.annotations.Nullable;

/** Listens to HtmlUnit's connections. What is asked for belongs to the tab that is in front. */
final class HtmlUnitTraffic {
    private final Map<String, Traffic> tabs = new ConcurrentHashMap<>();
    private final Map<String, URL> origins = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private volatile String front = "";

    Traffic of(String tab) {
        return tabs.computeIfAbsent(tab, t -> new Traffic());
    }

    void front(String tab) {
        front = tab;
    }

    void forget(String tab) {
        tabs.remove(tab);
    }

    /** Why the document of a tab did not come, or null. */
    @Nullable String failure(String tab) {
        return failures.get(tab);
    }

    void fail(String tab, String why) {
        failures.put(tab, why);
    }

    void forgive(String tab) {
        failures.remove(tab);
    }

    List<URL> origins() {
        return List.copyOf(origins.values());
    }

    WebConnection around(WebConnection connection) {
        return new WebConnectionWrapper(connection) {
            private WebResponse answer(Call call, WebRequest request) throws IOException {
                try {
                    return super.getResponse(request);
                } catch (IOException e) {
                    call.fail(Messages.firstLine(e));
                    if (type(request).equals("document")) {
                        failures.put(front, Messages.firstLine(e));
                    }
                    throw e;
                }
            }

            @Override
            public WebResponse getResponse(WebRequest request) throws IOException {
                Traffic traffic = of(front);
                Call call = new Call();
                Call.Hop hop = call.hop(
                        request.getHttpMethod().name(),
                        request.getUrl().toString(),
                        type(request),
                        body(request),
                        Map.copyOf(request.getAdditionalHeaders()));
                traffic.add(hop);
                origins.put(request.getUrl().getAuthority(), request.getUrl());
                WebResponse response = answer(call, request);
                hop.answered(response.getStatusCode(), headers(response), false);
                return response;
            }
        };
    }

    /** HtmlUnit takes a style sheet that another one imports for a document; only what it asks for tells them apart. */
    private static String type(WebRequest request) {
        if (Objects.toString(request.getAdditionalHeader("Accept"), "").startsWith("text/css")) {
            return "stylesheet";
        }
        return Objects.toString(request.getFetchDestination(), "other").toLowerCase(Locale.ROOT);
    }

    private static String body(WebRequest request) {
        if (request.getRequestBody() != null) {
            return request.getRequestBody();
        }
        return request.getHttpMethod() == HttpMethod.POST ? form(request) : "";
    }

    private static String form(WebRequest request) {
        return String.join(
                "&",
                request.getRequestParameters().stream()
                        .map(p -> encoded(p.getName()) + "=" + encoded(p.getValue()))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(WebResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (NameValuePair header : response.getResponseHeaders()) {
            headers.merge(header.getName(), header.getValue(), (a, b) -> a + "\n" + b);
        }
        return headers;
    }
}
