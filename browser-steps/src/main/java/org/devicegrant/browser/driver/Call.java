package org.devicegrant.browser.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.devicegrant.browser.NetworkEvent;
import org.devicegrant.browser.walk.Waiting;

/**
 * One request with its redirects. The raw headers of a hop are told apart from the hop itself, sometimes before it, but
 * in the same order.
 */
final class Call {
    /** Scripts that wait longer than this for an answer are polling; nobody waits for them. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Hop> hops = new ArrayList<>();
    private final List<Map<String, String>> rawRequests = new ArrayList<>();
    private final List<Map<String, String>> rawResponses = new ArrayList<>();
    private final Waiting age = Waiting.upTo(PATIENCE);
    private boolean finished;

    /** One request and its answer. */
    final class Hop {
        private final int index = hops.size();
        private final String method;
        private final String url;
        private final String type;
        private final String body;
        private final Map<String, String> request;
        private int status;
        private boolean raw;
        private boolean told;
        private String failure = "";
        private Map<String, String> response = Map.of();

        private Hop(String method, String url, String type, String body, Map<String, String> request) {
            this.method = method;
            this.url = url;
            this.type = type.toLowerCase(Locale.ROOT);
            this.body = body;
            this.request = request;
        }

        void answered(int code, Map<String, String> headers, boolean rawFollows) {
            status = code;
            response = headers;
            raw = rawFollows;
        }

        /** What went wrong with it, once, without the query of the address. */
        Optional<String> trouble() {
            boolean wrong = !failure.isEmpty() || status >= 400;
            if (told || !wrong || url.endsWith("/favicon.ico")) {
                return Optional.empty();
            }
            told = true;
            return Optional.of((failure.isEmpty() ? status : failure) + " " + method + " " + Complaints.bare(url));
        }

        boolean isAnswered() {
            return status > 0;
        }

        NetworkEvent event() {
            Map<String, String> sent = new HashMap<>(request);
            Map<String, String> got = new HashMap<>(response);
            if (raw && index < rawRequests.size()) {
                sent.putAll(rawRequests.get(index));
            }
            if (raw && index < rawResponses.size()) {
                got.putAll(rawResponses.get(index));
            }
            return new NetworkEvent(method, url, type, status, lower(sent), body, lower(got));
        }
    }

    Hop hop(String method, String url, String type, String body, Map<String, String> request) {
        Hop hop = new Hop(method, url, type, body, request);
        hops.add(hop);
        finished = false;
        return hop;
    }

    void answered(int status, Map<String, String> headers, boolean rawFollows) {
        if (!hops.isEmpty()) {
            hops.get(hops.size() - 1).answered(status, headers, rawFollows);
        }
    }

    void rawRequest(Map<String, String> headers) {
        rawRequests.add(headers);
    }

    void rawResponse(Map<String, String> headers) {
        rawResponses.add(headers);
    }

    /** No answer came, or not to its end. */
    void fail(String why) {
        finished = true;
        if (!hops.isEmpty()) {
            hops.get(hops.size() - 1).failure = why;
        }
    }

    void finish() {
        finished = true;
    }

    /** A script that has its answer may never read it to the end, so the first bytes are enough there. */
    boolean isAwaited() {
        if (finished || hops.isEmpty()) {
            return false;
        }
        Hop last = hops.get(hops.size() - 1);
        boolean asked = last.type.matches("xhr|fetch") && !last.isAnswered();
        boolean needed = last.type.matches("script|stylesheet");
        return last.type.equals("document") || ((asked || needed) && !age.isOver());
    }

    private static Map<String, String> lower(Map<String, String> headers) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
