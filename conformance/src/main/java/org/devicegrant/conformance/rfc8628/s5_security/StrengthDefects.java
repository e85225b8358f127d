package org.devicegrant.conformance.rfc8628.s5_security;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Codes that can be guessed or live too long. */
public final class StrengthDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "countsUserCodes",
                        "User codes are consecutive numbers with leading zeros",
                        Set.of("8628-5.1-user-code-entropy"),
                        "The user codes of 40 responses: expected no pattern, got the same characters in half of each code*",
                        b -> {
                            AtomicInteger count = new AtomicInteger(1_000);
                            b.codes().userCodes(() -> String.format(Locale.ROOT, "%09d", count.incrementAndGet()));
                        }),
                new Defect(
                        "issuesCodesForADay",
                        "Codes live for a day without a reason",
                        Set.of("8628-5.4-lifetime-reasonable"),
                        "The lifetime of the codes: expected between 2 and 30 minutes, got 86400 s*",
                        b -> b.codes().lifetime(Duration.ofDays(1))));
    }
}
