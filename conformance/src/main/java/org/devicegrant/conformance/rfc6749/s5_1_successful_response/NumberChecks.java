package org.devicegrant.conformance.rfc6749.s5_1_successful_response;

import static org.devicegrant.conformance.assertion.Members.absent;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.check.Grants;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Devices;

/** Times on the wire. */
class NumberChecks {
    private static final long EXACT_IN_EVERY_CLIENT = 1L << 53;
    private static final Outcome<JsonNode> WHOLE = Outcome.of("a whole number of at least 1", n -> whole(n, 1));
    private static final Outcome<JsonNode> WHOLE_OR_ZERO = Outcome.of("a whole number", n -> whole(n, 0));
    private static final Outcome<JsonNode> ZERO = Outcome.of("0", n -> n.isIntegralNumber() && n.asLong() == 0);
    private static final Outcome<JsonNode> WHOLE_BUT_ODDLY_WRITTEN = Outcome.of(
            "a whole number written as a fraction",
            n -> n.isNumber() && n.decimalValue().signum() > 0 && integral(n.decimalValue()));
    private static final String ODD = "parsers of integers fail on the way it is written";

    @Check("6749-5.1-numbers-are-json-numbers")
    void timesAreWholePositiveJsonNumbers(Devices devices, Judge judge, Grants grants) {
        Answer issued = devices.start().issued();

        judge.expect(
                        "expires_in of the device authorization response",
                        issued.member("expires_in"),
                        Members::gist,
                        issued)
                .tolerating(WHOLE_BUT_ODDLY_WRITTEN, ODD)
                .toBe(WHOLE, absent());
        judge.expect("interval", issued.member("interval"), Members::gist, issued)
                .tolerating(WHOLE_BUT_ODDLY_WRITTEN, ODD)
                .tolerating(ZERO, "it invites busy polling, and some clients read 0 as absent")
                .toBe(WHOLE, absent());
        expectRoomForAPoll(judge, issued);
        grants.redeemedIfPossible()
                .map(Grants.Redeemed::answer)
                .ifPresent(token -> judge.expect(
                                "expires_in of the token response", token.member("expires_in"), Members::gist, token)
                        .tolerating(WHOLE_BUT_ODDLY_WRITTEN, ODD)
                        .toBe(WHOLE_OR_ZERO, absent()));
    }

    private static void expectRoomForAPoll(Judge judge, Answer issued) {
        JsonNode lifetime = issued.member("expires_in");
        JsonNode interval = issued.member("interval");
        if (lifetime.isNumber() && interval.isNumber()) {
            judge.expect("expires_in", lifetime, Members::gist, issued)
                    .otherwise("a device that keeps the interval can never poll")
                    .toBe(Outcome.of(
                            "at least the interval of " + interval.asLong(), n -> n.asLong() >= interval.asLong()));
        }
    }

    private static boolean whole(JsonNode node, long least) {
        return node.isIntegralNumber()
                && node.canConvertToLong()
                && node.asLong() >= least
                && node.asLong() <= EXACT_IN_EVERY_CLIENT;
    }

    private static boolean integral(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(EXACT_IN_EVERY_CLIENT)) <= 0;
    }
}
