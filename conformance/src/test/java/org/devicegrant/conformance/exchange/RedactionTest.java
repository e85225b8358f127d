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
    void fourCharactersAreASecretAndThreeAreAWord() {
        redaction.conceal("password", "abcd");
        redaction.conceal("password", "the");

        assertThat(redaction.redact("the abcd")).isEqualTo("the ‹password " + redaction.digest("abcd") + "›");
    }

    @Test
    void theLongestSecretIsHiddenFirst() {
        redaction.conceal("password", "one two");
        redaction.conceal("client_secret", "one two three");

        assertThat(redaction.redact("one two three"))
                .isEqualTo("‹client_secret " + redaction.digest("one two three") + "›");
    }

    @Test
    void anotherRunHasAnotherKey() {
        assertThat(redaction.digest("abc")).isNotEqualTo(new Redaction().digest("abc"));
    }

    @Test
    void knownValuesAreHiddenAtTheEndOfSentencesAndBehindEscapes() {
        redaction.conceal("user_code", "WDJB-MJHT");

        String text = redaction.redact("Enter WDJB-MJHT. Go to /login?next=%2Fdevice%3Fcode%3DWDJB-MJHT or"
                + " /login?next=%252Fdevice%253Fcode%253DWDJB-MJHT, not to XWDJB-MJHT");

        assertThat(text)
                .startsWith("Enter ‹user_code " + redaction.digest("WDJB-MJHT") + "›. Go")
                .contains("%3D‹user_code ", "%253D‹user_code ", "not to XWDJB-MJHT");
    }

    @Test
    void pagesAreKeptWithoutCodesAndGuards() {
        redaction.conceal("user_code", "WDJB-MJHT");

        String page = new Overheard(redaction)
                .page("<strong>WDJB-MJHT</strong><input name='_csrf' type=\"hidden\" value=\"b7a9c1d2-0f4e-4a6b-9c8d\">"
                        + "<input type=hidden name=client_id value=a-long-client-id-of-2026><input value=typed>");

        assertThat(page)
                .doesNotContain("WDJB", "b7a9c1d2")
                .contains("‹hidden field ", "a-long-client-id-of-2026", "value=typed");
    }

    /** One random value of a thousand has no digit in it. */
    @Test
    void aGuardOfAFormNeedNoDigitToBeHidden() {
        String page = new Overheard(redaction)
                .page("<input type=hidden name=csrf value=nlGzbWR-pVXLjYjSTMHtvtGTVwmAonYcDWdJDquuoNQ>"
                        + "<input type=hidden name=step value=confirm-the-device-code>"
                        + "<input type=hidden name=view value=DeviceConfirmationPage>");

        assertThat(page)
                .doesNotContain("nlGzbWR")
                .contains("‹hidden field ", "confirm-the-device-code", "DeviceConfirmationPage");
    }
}
