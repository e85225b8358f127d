package org.devicegrant.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No secret survives, and equal secrets stay recognisably equal. */
class RedactionTest {
    private final Redaction redaction = new Redaction();

    @Test
    void membersAndParametersAreHiddenByTheirNames() {
        String json = redaction.redact("{\"device_code\": \"abc\", \"interval\": 5, \"error\":\"x\"}");
        String form = redaction.redact("grant_type=g&device_code=abc&client_id=tv");

        assertThat(json).doesNotContain("abc").contains("\"interval\": 5", "\"error\":\"x\"");
        assertThat(form).doesNotContain("abc").contains("grant_type=g", "client_id=tv");
        assertThat(json).contains("‹device_code " + redaction.digest("abc") + "›");
        assertThat(form).contains("‹device_code " + redaction.digest("abc") + "›");
    }

    @Test
    void knownValuesAreHiddenWhereverTheyStand() {
        redaction.conceal("user_code", "WDJB-MJHT");
        redaction.conceal("client_secret", "s3cret+with/odd=signs");

        String text = redaction.redact("<b>WDJB-MJHT</b> s3cret+with/odd=signs s3cret%2Bwith%2Fodd%3Dsigns");

        assertThat(text).doesNotContain("WDJB", "s3cret").contains("‹user_code ", "‹client_secret ");
    }

    @Test
    void headersWithCredentialsAreHiddenAsAWhole() {
        assertThat(redaction.header("Authorization", "Basic dHY6c2VjcmV0"))
                .startsWith("Basic ‹")
                .doesNotContain("dHY6");
        assertThat(redaction.header("Set-Cookie", "sid=1234; Path=/")).doesNotContain("1234");
        assertThat(redaction.header("Location", "https://as/x?user_code=WDJB")).doesNotContain("WDJB");
        assertThat(redaction.header("Content-Type", "text/html")).isEqualTo("text/html");
    }

    @Test
    void anotherRunHasAnotherKey() {
        assertThat(redaction.digest("abc")).isNotEqualTo(new Redaction().digest("abc"));
    }
}
