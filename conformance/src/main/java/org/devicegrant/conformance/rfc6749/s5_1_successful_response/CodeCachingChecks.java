package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import static org.devicegrant.conformance.assertion.Answers.pending;
import static org.devicegrant.conformance.assertion.Outcome.is;

import org.devicegrant.conformance.assertion.Caching;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;

/** Codes and polling errors in caches. */
class CodeCachingChecks {
    private static final String HARMLESS = "answers to a POST are not kept without leave, but saying so costs nothing";

    @Check("6749-5.1-no-store-device-response")
    void neitherCodesNorPollingErrorsMayBeKept(Devices devices, Judge judge) {
        Device device = devices.start();
        Answer poll = judge.control("a poll at once on a fresh code", device.poll(), pending());

        judge.expect(
                        "the device authorization response",
                        Caching.of(device.issued()),
                        Caching::toString,
                        device.issued())
                .tolerating(is(Caching.UNSAID), HARMLESS)
                .otherwise("a cache on the way keeps the codes or serves them twice")
                .toBe(is(Caching.FORBIDDEN));
        judge.expect("a polling error", Caching.of(poll), Caching::toString, poll)
                .tolerating(is(Caching.UNSAID), HARMLESS)
                .otherwise("a cache on the way hides the approval from the device")
                .toBe(is(Caching.FORBIDDEN));
    }
}
