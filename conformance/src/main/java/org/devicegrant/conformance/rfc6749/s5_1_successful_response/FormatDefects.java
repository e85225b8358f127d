package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Times and cache headers that clients stumble over. */
public final class FormatDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "writesTheIntervalAsText",
                        "The interval is a JSON string",
                        Set.of("6749-5.1-numbers-are-json-numbers"),
                        "Interval: expected a whole number*, got a string*",
                        b -> b.onDevice(
                                (request, answer) -> answer.has("interval") ? answer.set("interval", "1") : answer)),
                new Defect(
                        "writesTheLifetimeOfTokensAsText",
                        "expires_in of the token answer is a JSON string",
                        Set.of("6749-5.1-numbers-are-json-numbers"),
                        "Expires_in of the token response: expected a whole number*, got a string*",
                        b -> b.tokens().onAnswer((issue, answer) -> answer.set("expires_in", "600"))),
                new Defect(
                        "announcesALifetimeShorterThanTheInterval",
                        "The interval is longer than the lifetime",
                        Set.of("6749-5.1-numbers-are-json-numbers"),
                        "Expires_in: expected at least the interval of 3600, got *",
                        b -> b.onDevice(
                                (request, answer) -> answer.has("interval") ? answer.set("interval", 3600) : answer)),
                new Defect(
                        "letsCachesKeepTheCodes",
                        "The device authorization response may be cached",
                        Set.of("6749-5.1-no-store-device-response"),
                        "The device authorization response: expected Cache-Control: no-store, got leave to cache it*",
                        b -> b.onDevice((request, answer) -> answer.header("Cache-Control", "public, max-age=300"))),
                new Defect(
                        "letsCachesKeepPollingErrors",
                        "Polling errors may be cached",
                        Set.of("6749-5.1-no-store-device-response"),
                        "A polling error: expected Cache-Control: no-store, got leave to cache it*",
                        b -> b.onToken((request, answer) ->
                                answer.has("error") ? answer.header("Cache-Control", "max-age=5") : answer)));
    }
}
