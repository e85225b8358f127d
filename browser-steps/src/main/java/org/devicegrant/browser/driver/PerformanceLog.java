package org.devicegrant.browser.driver;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.json.Json;

/** Sorts what Chromium tells about network and frames by tab. */
final class PerformanceLog {
    private static final Json JSON = new Json();

    private final Map<String, Traffic> tabs = new ConcurrentHashMap<>();
    private final Set<String> origins = ConcurrentHashMap.newKeySet();

    Traffic of(String tab) {
        return tabs.computeIfAbsent(tab, t -> new Traffic());
    }

    /** Every origin that was asked for something since this was last called. */
    Set<String> origins() {
        Set<String> asked = new LinkedHashSet<>(origins);
        origins.clear();
        return asked;
    }

    void forget(String tab) {
        tabs.remove(tab);
    }

    /** Takes one entry of the log, as text. */
    void take(String entry) {
        if (!entry.contains("\"Network.") && !entry.contains("\"Page.frame")) {
            return;
        }
        Map<String, Object> outer = JSON.toType(entry, Json.MAP_TYPE);
        Map<String, Object> message = map(outer.get("message"));
        take(of(text(outer.get("webview"))), text(message.get("method")), map(message.get("params")));
    }

    private void take(Traffic traffic, String event, Map<String, Object> about) {
        String id = text(about.get("requestId"));
        switch (event) {
            case "Network.requestWillBeSent" -> asked(traffic, id, about);
            case "Network.requestWillBeSentExtraInfo" -> traffic.call(id).rawRequest(headers(about));
            case "Network.responseReceivedExtraInfo" -> traffic.call(id).rawResponse(headers(about));
            case "Network.responseReceived" -> {
                Map<String, Object> response = map(about.get("response"));
                traffic.call(id)
                        .answered(number(response.get("status")), headers(response), isTrue(about.get("hasExtraInfo")));
            }
            case "Network.loadingFinished" -> traffic.call(id).finish();
            case "Network.loadingFailed" -> failed(traffic.call(id), about);
            case "Page.frameStartedLoading" -> traffic.frame(text(about.get("frameId")), true);
            case "Page.frameStoppedLoading", "Page.frameDetached" -> traffic.frame(text(about.get("frameId")), false);
            default -> {
                // Everything else says nothing about documents and requests.
            }
        }
    }

    /** What the browser itself has given up, because another page was wanted, is no failure. */
    private static void failed(Call call, Map<String, Object> about) {
        String why = text(about.get("errorText"));
        if (isTrue(about.get("canceled")) || why.equals("net::ERR_ABORTED")) {
            call.finish();
        } else {
            call.fail(why);
        }
    }

    private void asked(Traffic traffic, String id, Map<String, Object> about) {
        Call call = traffic.call(id);
        Map<String, Object> redirect = map(about.get("redirectResponse"));
        if (!redirect.isEmpty()) {
            call.answered(number(redirect.get("status")), headers(redirect), isTrue(about.get("redirectHasExtraInfo")));
        }
        Map<String, Object> request = map(about.get("request"));
        String url = text(request.get("url"));
        if (url.startsWith("http")) {
            origins.add(url.replaceAll("^(https?://[^/?#]+).*", "$1"));
            traffic.add(call.hop(
                    text(request.get("method")),
                    url,
                    text(about.get("type")),
                    text(request.get("postData")),
                    headers(request)));
        }
    }

    private static Map<String, String> headers(Map<String, Object> holder) {
        Map<String, String> headers = new HashMap<>();
        map(holder.get("headers")).forEach((name, value) -> headers.put(name, text(value)));
        return headers;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }
}
