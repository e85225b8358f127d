package org.devicegrant.conformance.exchange;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Device codes that a server has issued more than once, and who polled with them. Whoever holds such a code is disturbed
 * by the others that hold it, and what is answered says nothing about the rule that was to be looked at. Safe for use by
 * many threads.
 */
final class SharedCodes {
    private final Map<String, Integer> firstIssued = new ConcurrentHashMap<>();
    private final Set<String> shared = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> polledBy = new ConcurrentHashMap<>();

    /** Notes the device code that an answer brings, if it brings one. */
    void issued(Answer answer) {
        // Some requests for codes go to other addresses, on purpose.
        if (answer.request().endpoint() != Endpoint.TOKEN && answer.codes()) {
            String code = answer.member("device_code").textValue();
            Integer earlier = firstIssued.putIfAbsent(code, answer.number());
            if (earlier != null && earlier != answer.number()) {
                shared.add(code);
            }
        }
    }

    /** Notes who polls with which code. */
    void sent(String check, Request request) {
        String code = request.endpoint() == Endpoint.TOKEN ? request.form().value("device_code") : null;
        if (code != null) {
            polledBy.computeIfAbsent(check, key -> ConcurrentHashMap.newKeySet())
                    .add(code);
        }
    }

    /** Whether a check has polled with a code that was issued more than once, as far as is known by now. */
    boolean polledBy(String check) {
        return polledBy.getOrDefault(check, Set.of()).stream().anyMatch(shared::contains);
    }
}
