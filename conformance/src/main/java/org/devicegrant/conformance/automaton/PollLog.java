package org.devicegrant.conformance.automaton;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Issuance;
import org.devicegrant.conformance.protocol.GrantTypes;
import org.jspecify.annotations.Nullable;

/**
 * The polls of a run, code by code: those of one client, whose codes are all announced with the same lifetime.
 *
 * @param codes codes with at least one poll
 * @param others everything else that was sent to the token endpoint and may have been taken for a poll
 * @param interval the announced interval, or five seconds
 */
record PollLog(List<CodeLog> codes, List<Answer> others, Duration interval) {
    private static final Set<String> USUAL = Set.of(
            "grant_type", "device_code", "client_id", "client_secret", "client_assertion", "client_assertion_type");

    PollLog {
        codes = List.copyOf(codes);
        others = List.copyOf(others);
    }

    /**
     * Reads the log.
     *
     * @param answers every answer of the run
     * @param lost when requests were sent that were never answered, monotonic nanoseconds: each may have been a poll
     * @param canonical a device authorization request of the client whose polls count
     */
    static PollLog of(List<Answer> answers, List<Long> lost, Request canonical) {
        Map<String, Answer> issued = new LinkedHashMap<>();
        Map<String, List<Answer>> requests = new LinkedHashMap<>();
        for (Answer answer : answers) {
            if (answer.request().endpoint() == Endpoint.DEVICE_AUTHORIZATION) {
                if (answer.codes() && sameClient(answer.request(), canonical)) {
                    issued.putIfAbsent(answer.member("device_code").asText(), answer);
                }
            } else if (answer.request().form().value("device_code") != null) {
                requests.computeIfAbsent(answer.request().form().value("device_code"), code -> new ArrayList<>())
                        .add(answer);
            }
        }
        if (issued.isEmpty()) {
            return new PollLog(List.of(), List.of(), Device.DEFAULT_INTERVAL);
        }
        Answer first = issued.values().iterator().next();
        List<CodeLog> logs = new ArrayList<>();
        issued.forEach((code, answer) -> {
            List<Answer> polls = certain(requests.getOrDefault(code, List.of()), lost);
            if (!polls.isEmpty() && alike(answer, first)) {
                logs.add(new CodeLog(answer, polls));
            }
        });
        Set<Answer> known = Collections.newSetFromMap(new IdentityHashMap<>());
        logs.forEach(log -> known.addAll(log.polls()));
        List<Answer> others = answers.stream()
                .filter(answer -> answer.request().form().value("device_code") != null)
                .filter(answer -> !known.contains(answer))
                .toList();
        return new PollLog(logs, others, interval(first));
    }

    private static boolean sameClient(Request one, Request other) {
        return Objects.equals(one.form().value("client_id"), other.form().value("client_id"))
                && Objects.equals(authorization(one), authorization(other));
    }

    private static @Nullable String authorization(Request request) {
        var header = ClientAuthentication.authorization(request);
        return header == null ? null : header.value();
    }

    private static boolean alike(Answer one, Answer other) {
        return one.member("expires_in").equals(other.member("expires_in"))
                && one.member("interval").equals(other.member("interval"));
    }

    private static Duration interval(Answer issued) {
        return new Issuance(issued).interval();
    }

    /** The polls up to the first whose place among the others is uncertain. */
    private static List<Answer> certain(List<Answer> requests, List<Long> lost) {
        List<Answer> sorted = new ArrayList<>(requests);
        sorted.sort(Comparator.comparingLong(Answer::sent));
        List<Answer> polls = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (Answer answer : sorted) {
            long from = before;
            boolean disturbed = !polls.isEmpty() && lost.stream().anyMatch(at -> at >= from && at <= answer.sent());
            if (answer.sent() < before || !plain(answer.request()) || disturbed || answer.overloaded()) {
                break;
            }
            polls.add(answer);
            before = answer.received();
        }
        return polls;
    }

    private static boolean plain(Request request) {
        return request.endpoint() == Endpoint.TOKEN
                && request.ordinary()
                && GrantTypes.DEVICE_CODE.equals(request.form().value("grant_type"))
                && request.form().parameters().stream().allMatch(p -> USUAL.contains(p.name()))
                && request.form().parameters().stream()
                                .map(p -> p.name())
                                .distinct()
                                .count()
                        == request.form().parameters().size();
    }
}
