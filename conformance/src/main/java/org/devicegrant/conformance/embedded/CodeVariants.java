package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Expiry;
import org.devicegrant.conformance.embedded.grant.Secrets;
import org.devicegrant.conformance.embedded.grant.UserCodes;

/** Other codes, other lifetimes. */
final class CodeVariants {
    private CodeVariants() {}

    static List<Variant> all() {
        return List.of(
                new Variant(
                        "sendsNoCompleteUri",
                        "verification_uri_complete is optional (RFC 8628 section 3.2)",
                        b -> b.codes().completion(grant -> Optional.empty())),
                new Variant(
                        "linksByAnOpaqueValue",
                        "verification_uri_complete may hold something else with the function of the user code"
                                + " (RFC 8628 section 3.2)",
                        CodeVariants::opaqueLink),
                new Variant(
                        "issuesNumericUserCodes",
                        "digits suit numeric keypads (RFC 8628 section 6.1)",
                        b -> b.codes().userCodes(UserCodes.of(UserCodes.DIGITS, 3, 3))),
                new Variant(
                        "issuesShortUserCodes",
                        "the length is a matter of lifetime and rate limits (RFC 8628 section 5.1)",
                        b -> b.codes().userCodes(UserCodes.of(UserCodes.CONSONANTS, 1, 6))),
                new Variant(
                        "issuesLowerCaseUserCodes",
                        "the character set is free, and case does not matter on entry (RFC 8628 section 6.1)",
                        b -> b.codes().userCodes(UserCodes.of("bcdfghjklmnpqrstvwxz", 2, 4))),
                new Variant(
                        "issuesUserCodesWithoutDash",
                        "separators are only an aid for reading (RFC 8628 section 6.1)",
                        b -> b.codes().userCodes(UserCodes.of(UserCodes.CONSONANTS, 1, 8))),
                new Variant(
                        "issuesLongDeviceCodes",
                        "the device code is never typed, so it may be long (RFC 8628 section 5.2)",
                        b -> b.codes().deviceCodes(() -> Secrets.next() + "." + (Secrets.next() + "~").repeat(20))),
                new Variant(
                        "keepsCodesForTwoMinutes",
                        "the lifetime is up to the server (RFC 8628 section 5.4)",
                        b -> b.codes().lifetime(Duration.ofMinutes(2))),
                new Variant(
                        "keepsCodesForAWeek",
                        "no upper limit is set for the lifetime; a kiosk may need a week",
                        CodeVariants::aWeek),
                new Variant(
                        "forgetsExpiredCodesSoon",
                        "a code that has been dead for an interval and ten seconds may be unknown, which is"
                                + " invalid_grant (RFC 6749 section 5.2)",
                        b -> b.codes().purgeAfter(Duration.ofSeconds(16))),
                new Variant(
                        "expiresThreeSecondsLate",
                        "a lazy clean-up is no promise of a longer life",
                        b -> b.codes().expiry(Expiry.late(Duration.ofSeconds(3)))));
    }

    private static void aWeek(Behaviour behaviour) {
        behaviour.codes().lifetime(Duration.ofDays(7));
        behaviour.codes().userCodes(UserCodes.of(UserCodes.CONSONANTS, 3, 4));
        behaviour.pages().look().boxCount(12);
        behaviour.polling().interval(Duration.ofSeconds(30));
    }

    private static void opaqueLink(Behaviour behaviour) {
        Map<String, DeviceGrant> byHandle = new ConcurrentHashMap<>();
        behaviour.codes().completion(grant -> {
            String handle = Secrets.next();
            byHandle.put(handle, grant);
            return Optional.of("?user_code=" + handle);
        });
        behaviour
                .codes()
                .byUserCode((grants, typed) ->
                        byHandle.containsKey(typed) ? Optional.of(byHandle.get(typed)) : grants.byUserCode(typed));
    }
}
