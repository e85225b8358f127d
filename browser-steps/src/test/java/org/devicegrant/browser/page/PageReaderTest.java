package org.devicegrant.browser.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.devicegrant.browser.page.Sketch.with;

import java.util.List;
import org.devicegrant.browser.PageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
    private static Sketch page(String title) {
        return Sketch.of("device", title);
    }

    @Test
    void aFieldThatIsCalledACodeTakesTheCode() {
        Reading reading = page("Connect a device")
                .field("user_code", "Enter the code shown on your device")
                .button("Continue")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.CODE_ENTRY);
        assertThat(reading.codeFields())
                .singleElement()
                .satisfies(f -> assertThat(f.name()).isEqualTo("user_code"));
        assertThat(reading.submits().get(0).control().caption()).isEqualTo("Continue");
    }

    @Test
    void aLoneFieldWithoutANameIsACodeFieldBelowSuchWords() {
        Reading reading = page("").heading("Enter the code from your TV")
                .field("x1", "", with("near", "Enter the code from your TV"))
                .button("OK")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.CODE_ENTRY);
    }

    @Test
    void boxesInARowAreOneCode() {
        Sketch sketch = page("Link your TV").heading("Enter the code");
        for (int i = 0; i < 8; i++) {
            sketch.field("d" + i, "", with("maxLength", 1));
        }
        Reading reading = sketch.button("Continue").read();
        assertThat(reading.kind()).isEqualTo(PageKind.CODE_ENTRY);
        assertThat(reading.codeFields()).hasSize(8);
    }

    @Test
    void searchNewsletterAndSecondFactorTakeNoCode() {
        Reading reading = page("Connect a device")
                .field("q", "Search", with("type", "search"))
                .field("promo", "Promo code")
                .field("otp", "SMS code from your authenticator", with("autocomplete", "email"))
                .field("user_code", "Device code")
                .button("Continue")
                .read();
        assertThat(reading.codeFields())
                .singleElement()
                .satisfies(f -> assertThat(f.name()).isEqualTo("user_code"));
    }

    @Test
    void aPasswordFieldMakesALogin() {
        Reading reading = page("Sign in")
                .field("username", "Username")
                .password("password")
                .button("Show password", with("type", "button"))
                .button("Sign in")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.LOGIN);
        assertThat(reading.username()).isNotNull();
        assertThat(reading.submits().get(0).control().caption()).isEqualTo("Sign in");
    }

    @Test
    void aNameAloneIsTheFirstStepOfALogin() {
        Reading reading = page("Sign in")
                .field("email", "E-mail", with("type", "email"))
                .button("Next")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.LOGIN);
        assertThat(reading.password()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Allow, Deny",
        "Zulassen, Ablehnen",
        "Autoriser, Refuser",
        "Consenti, Nega",
        "Permitir, Denegar",
        "Permitir, Negar",
        "許可, 拒否",
        "允许, 拒绝",
        "허용, 거부",
        "Разрешить, Отклонить",
        "سماح, رفض"
    })
    void aDecisionIsUnderstoodInEveryLanguage(String approve, String refuse) {
        Reading reading =
                page("TV").says("WXKT-BCDF").button(refuse).button(approve).read();
        assertThat(reading.kind()).isEqualTo(PageKind.DECISION);
        assertThat(reading.approving().get(0).control().caption()).isEqualTo(approve);
        assertThat(reading.refusing().get(0).control().caption()).isEqualTo(refuse);
    }

    @Test
    void whatRefusesIsNeverTakenForApproval() {
        Reading reading = page("Authorize")
                .heading("TV wants to access your account")
                .button("Don't allow")
                .button("Do not approve this device")
                .read();
        assertThat(reading.approving()).isEmpty();
    }

    @Test
    void logoutDeleteAndForgottenPasswordsAreLeftAlone() {
        Reading reading = page("Sign in")
                .field("username", "Username")
                .password("password")
                .link("Forgot password?")
                .button("Delete account")
                .button("Log out")
                .read();
        assertThat(reading.submits()).extracting(c -> c.control().caption()).isEmpty();
    }

    @Test
    void aCookieBannerDecidesNothing() {
        Reading reading = page("Connect")
                .field("user_code", "Code")
                .button("Accept all", with("place", "cookie-bar"))
                .button("Only necessary", with("place", "cookie-bar"))
                .button("Continue")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.CODE_ENTRY);
        assertThat(reading.dismissing().get(0).control().caption()).isEqualTo("Only necessary");
        assertThat(reading.submits()).extracting(c -> c.control().caption()).containsExactly("Continue");
    }

    @Test
    void anAnswerIsChosenFromRadioButtonsOrAList() {
        Reading radios = page("TV")
                .radio("No, deny it")
                .radio("Yes, allow it")
                .button("Apply")
                .read();
        Reading list = page("TV")
                .list("answer", "", "", "Deny access", "Allow access")
                .button("Apply")
                .read();
        for (Reading reading : List.of(radios, list)) {
            assertThat(reading.kind()).isEqualTo(PageKind.DECISION);
            assertThat(String.valueOf(reading.approveOption())).containsIgnoringCase("allow");
            assertThat(String.valueOf(reading.refuseOption())).containsIgnoringCase("deny");
            assertThat(reading.submits()).extracting(c -> c.control().caption()).containsExactly("Apply");
        }
    }

    @Test
    void listsOfLanguagesAndQuestionsAboutStayingSignedInDecideNothing() {
        Reading reading = page("Connect")
                .list("lang", "Language", "English", "Norsk", "Deutsch", "Nederlands", "No", "Sí", "Yes")
                .list("stay", "Keep me signed in", "Yes", "No")
                .field("user_code", "Code")
                .button("Continue")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.CODE_ENTRY);
        assertThat(reading.approveOption()).isNull();
        assertThat(reading.choices()).isEmpty();
    }

    @Test
    void theUsersAccountIsChosenFromAList() {
        Reading reading = page("Choose an account")
                .heading("Choose an account")
                .list("who", "Account", "bob", "alice (work)", "alice")
                .button("Use another account")
                .button("Use it")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.ACCOUNT_CHOICE);
        assertThat(reading.choices())
                .singleElement()
                .satisfies(c -> assertThat(c.called()).isEqualTo("alice"));
        assertThat(reading.submits().get(0).control().caption()).isEqualTo("Use it");
    }

    @Test
    void anAnswerThatNamesTheUserIsNoAccount() {
        Reading reading = page("TV")
                .radio("No, do not allow it for alice")
                .radio("Yes, allow it for alice")
                .button("Apply")
                .read();
        assertThat(reading.choices()).isEmpty();
    }

    @Test
    void whatAFormInsistsOnIsChosen() {
        Reading reading = page("Authorize")
                .heading("TV wants to access your account")
                .list("org", "Organisation", "", "Acme", "Globex")
                .field("region", "Region", with("required", true))
                .button("Allow")
                .button("Deny")
                .read();
        assertThat(reading.choices()).isEmpty();
        Sketch required = page("Authorize")
                .heading("TV wants to access your account")
                .field(
                        "org",
                        "Organisation",
                        facts -> with("tag", "select")
                                .apply(with("required", true)
                                        .apply(with("entries", List.of("", "Acme"))
                                                .apply(facts))))
                .button("Allow")
                .button("Deny");
        assertThat(required.read().choices())
                .singleElement()
                .satisfies(c -> assertThat(c.called()).isEqualTo("Acme"));
    }

    @Test
    void scopesAreTickedAndNewslettersAreNot() {
        Reading reading = page("Consent")
                .heading("TV wants to access your account")
                .tick("Read your profile")
                .tick("Send me the newsletter")
                .button("Allow")
                .button("Cancel")
                .read();
        assertThat(reading.ticks()).extracting(Control::label).containsExactly("Read your profile");
    }

    @ParameterizedTest
    @CsvSource({
        "Device connected, You can close this window, SUCCESS",
        "Access denied, The device was not connected, REFUSED",
        "Invalid code, The code you entered is not valid, WRONG_CODE",
        "Code expired, Your code has expired, EXPIRED",
        "Too many attempts, Try again later, LOCKED_OUT",
        "Something, went wrong: internal server error, ERROR",
        "Weather, It is raining, UNKNOWN"
    })
    void anOutcomeIsWhatThePageSays(String heading, String text, PageKind kind) {
        assertThat(page("").heading(heading).says(text).read().kind()).isEqualTo(kind);
    }

    @Test
    void anUnsuccessfulRequestIsNoSuccess() {
        assertThat(page("Done")
                        .heading("The request was not successful")
                        .status(400)
                        .read()
                        .kind())
                .isNotEqualTo(PageKind.SUCCESS);
    }

    @Test
    void emptyPagesAndDeadAddressesAreTold() {
        assertThat(page("").read().kind()).isEqualTo(PageKind.BLANK);
        assertThat(page("").status(502).read().kind()).isEqualTo(PageKind.ERROR);
        assertThat(page("").says("hm").status(404).read().kind()).isEqualTo(PageKind.ERROR);
        Reading own = new PageReader(Words.standard()).read(Sketch.neterror(), new Knowledge(List.of(), ""));
        assertThat(own.kind()).isEqualTo(PageKind.ERROR);
    }

    @Test
    void aPrefilledCodeWaitsToBeConfirmed() {
        Reading reading = page("Connect a device")
                .field("user_code", "Code", with("value", "wxktbcdf"))
                .button("Continue")
                .read();
        assertThat(reading.kind()).isEqualTo(PageKind.CODE_CONFIRMATION);
        assertThat(reading.codeFilled()).isTrue();
    }

    @Test
    void candidatesAreNamedWithTheirScoresAndReasons() {
        Reading reading = page("Authorize")
                .heading("TV wants to access your account")
                .button("Allow")
                .button("Deny")
                .read();
        assertThat(reading.candidates())
                .contains("approves: \"Allow\" (")
                .contains("caption +")
                .contains("refuses: \"Deny\" (");
        assertThat(page("").says("x").read().candidates()).isEqualTo("no candidates");
    }
}
