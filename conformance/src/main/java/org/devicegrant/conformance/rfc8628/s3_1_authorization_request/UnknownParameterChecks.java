package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.pending;

import java.util.List;
import java.util.function.UnaryOperator;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** Parameters that nobody defined for these endpoints. */
class UnknownParameterChecks {
    private static final String UNKNOWN = "x_unknown_7f3a";
    private static final int LONG = 2_000;

    /**
     * Something that a server does not know.
     *
     * @param arguable whether a server may have heard of it in another place
     */
    private record Extra(String words, boolean arguable, UnaryOperator<Request> change) {}

    private static final List<Extra> EXTRAS = List.of(
            new Extra("an unknown parameter", false, r -> r.with(UNKNOWN, "1")),
            new Extra(
                    "an unknown parameter twice",
                    true,
                    r -> r.with(UNKNOWN, "1").with(UNKNOWN, "2")),
            new Extra("a long unknown parameter", false, r -> r.with(UNKNOWN, "a".repeat(LONG))),
            new Extra(
                    "parameters of another grant",
                    true,
                    r -> r.with("redirect_uri", "https://example.org/cb").with("state", "abc")));

    @Check("8628-3.1-unknown-parameters-ignored")
    void unknownParametersChangeNothing(Devices devices, Judge judge) {
        judge.control("a poll at once on a fresh code", devices.start().poll(), pending());

        for (Extra extra : EXTRAS) {
            Answer started = devices.send(extra.change().apply(devices.request()));
            expect(judge, "a device authorization request", extra, started, codes());
            Device device = devices.start();
            Answer polled = device.send(extra.change().apply(device.pollRequest()));
            expect(judge, "a poll at once", extra, polled, pending());
        }
    }

    private static void expect(Judge judge, String request, Extra extra, Answer answer, Outcome<Answer> usual) {
        judge.expect(request + " with " + extra.words(), answer)
                .tolerating(
                        Outcome.of("a refusal", a -> extra.arguable() && a.status() / 100 == 4),
                        "only parameters that are defined here may be refused")
                .otherwise("clients with extensions of any kind are locked out")
                .toBe(usual);
    }
}
