package org.devicegrant.conformance.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import org.devicegrant.conformance.exchange.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 9111 makes of header fields. */
class CachingTest {
    private static final String EARLY = "Sat, 21 Nov 2026 20:00:00 GMT";
    private static final String LATE = "Sat, 21 Nov 2026 20:00:01 GMT";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no-store                  | FORBIDDEN
                    public, NO-STORE          | FORBIDDEN
                    private                   | UNSAID
                    no-cache                  | UNSAID
                    public                    | ALLOWED
                    'private , max-age=60'    | ALLOWED
                    max-age=0                 | UNSAID
                    max-age=00                | UNSAID
                    s-maxage="10"             | ALLOWED
                    x-max-age=60              | UNSAID
                    ','                       | UNSAID
                    """)
    void directivesDecide(String directives, Caching expected) {
        assertThat(Caching.of(Answered.with(200, "", "Cache-Control", directives)))
                .isEqualTo(expected);
    }

    @Test
    void severalFieldsCountAsOne() {
        assertThat(Caching.of(Answered.with(200, "", "Cache-Control", "public", "Cache-Control", "no-store")))
                .isEqualTo(Caching.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    1 | 0 | -       | ALLOWED
                    0 | 0 | -       | UNSAID
                    0 | 1 | -       | UNSAID
                    - | 0 | -       | UNSAID
                    1 | - | -       | UNSAID
                    2 | 0 | -       | UNSAID
                    1 | 0 | private | UNSAID
                    """)
    void anExpiryCountsWhereNoDirectiveIs(Integer expires, Integer date, String directives, Caching expected) {
        String[] times = {EARLY, LATE, "0"};
        assertThat(Caching.of(Answered.with(
                        200,
                        "",
                        expires == null ? "X" : "Expires",
                        expires == null ? "" : times[expires],
                        date == null ? "X" : "Date",
                        date == null ? "" : times[date],
                        directives == null ? "X" : "Cache-Control",
                        directives == null ? "" : directives)))
                .isEqualTo(expected);
    }

    @Test
    void isToldInWords() {
        assertThat(Caching.FORBIDDEN).hasToString("Cache-Control: no-store");
    }
}
