package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static Running running;
    private static Wire wire;

    @BeforeAll
    static void start() {
        running = Running.conforming();
        wire = running.wire();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String page() {
        return running.server().issuer() + "/device";
    }

    @Test
    void everyPageIsProtected() {
        Wire.Reply started = wire.start();
        Browser browser = new Browser().open(page());
        assertProtected(browser);
        assertProtected(browser.send("user_code", started.text("user_code")));
        assertProtected(browser.signIn("alice"));
        assertProtected(browser.send("decision", "approve"));
        assertProtected(browser.open(page() + "/nowhere"));
    }

    private static void assertProtected(Browser browser) {
        var headers = browser.page().headers();
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'", "default-src 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(browser.text()).doesNotContain("<script").contains("lang=\"en\"", "<title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "%s.", "%s-"})
    void strayCharactersDoNotMatter(String pattern) {
        Wire.Reply started = wire.start();
        String typed = pattern.formatted(
                started.text("user_code").replace("-", " \u2013 ").toLowerCase(Locale.ROOT));
        Browser browser = new Browser().open(page()).send("user_code", typed);
        assertThat(browser.text()).contains("name=\"password\"");
    }

    @Test
    void wrongCodesAreExplainedAndCanBeCorrected() {
        Wire.Reply started = wire.start();
        Browser browser = new Browser().open(page());
        assertThat(browser.send("user_code", "x").text()).contains("This code is wrong");
        assertThat(browser.send("user_code", "<b>'\"").text())
                .contains("value=\"&lt;b&gt;&#39;&quot;\"")
                .doesNotContain("<b>");
        assertThat(browser.sendRaw("user_code=%4").text()).contains("out of date");
        browser.open(page()).send("user_code", "z".repeat(300));
        assertThat(browser.text()).contains("This code is wrong");
        browser.open(page()).walk(started.text("user_code"), "alice", true);
        assertThat(wire.poll(started).status()).isEqualTo(200);
    }

    @Test
    void wrongPasswordIsExplainedAndCanBeCorrected() {
        Wire.Reply started = wire.start();
        Browser browser = new Browser().open(page()).send("user_code", started.text("user_code"));
        assertThat(browser.send("username", "alice", "password", "wrong").text())
                .contains("User name or password is wrong");
        assertThat(browser.signIn("alice").text()).contains("Living Room TV");
    }

    @Test
    void guessesAreLimitedForTheGuesserAlone() {
        Browser guesser = new Browser().open(page());
        for (int i = 0; i < 20; i++) {
            assertThat(guesser.send("user_code", "BBBB-BB" + (i + 10)).page().statusCode())
                    .isEqualTo(200);
        }
        guesser.send("user_code", "BBBB-BBBB");
        assertThat(guesser.page().statusCode()).isEqualTo(429);
        assertThat(guesser.page().headers().firstValue("Retry-After")).contains("60");
        assertThat(guesser.text()).contains("Too many wrong codes");
        Wire.Reply started = wire.start();
        assertThat(new Browser().approve(started, "bob").text()).contains("Device connected");
    }

    @Test
    void codeEnteredByMerelyLookingStaysPending() {
        Wire.Reply started = wire.start();
        for (int i = 0; i < 5; i++) {
            new Browser().open(started.text("verification_uri_complete"));
        }
        HttpRequest.Builder head = HttpRequest.newBuilder(URI.create(started.text("verification_uri_complete")))
                .method("HEAD", HttpRequest.BodyPublishers.noBody());
        assertThat(Wire.send(head).status()).isEqualTo(200);
        assertThat(wire.poll(started).error()).isEqualTo("authorization_pending");
        assertThat(new Browser().approve(started, "alice").text()).contains("Device connected");
    }

    @Test
    void decisionNeedsThisSessionsForm() {
        Wire.Reply started = wire.start();
        Browser victim = new Browser().toDecision(started, "alice");
        String body = victim.filled("decision", "approve");
        HttpRequest.Builder stranger = HttpRequest.newBuilder(URI.create(page() + "/decision"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(Wire.send(stranger).status()).isEqualTo(403);
        HttpRequest.Builder forged = HttpRequest.newBuilder(URI.create(page() + "/decision"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", victim.cookie())
                .POST(HttpRequest.BodyPublishers.ofString(body.replaceFirst("csrf=[^&]*", "csrf=x")));
        assertThat(Wire.send(forged).status()).isEqualTo(403);
        assertThat(wire.poll(started).error()).isEqualTo("authorization_pending");
    }

    @Test
    void eachTabDecidesItsOwnCode() {
        Wire.Reply first = wire.start();
        Wire.Reply second = wire.start();
        Browser browser = new Browser().toDecision(first, "alice");
        String approveFirst = browser.filled("decision", "approve");
        browser.open(page()).send("user_code", second.text("user_code"));
        browser.sendRaw(approveFirst);
        assertThat(wire.poll(first).status()).isEqualTo(200);
        assertThat(wire.poll(second).error()).isEqualTo("authorization_pending");
    }

    @Test
    void decidedCodeIsFinal() {
        Wire.Reply started = wire.start();
        Browser browser = new Browser().toDecision(started, "alice");
        String approve = browser.filled("decision", "approve");
        Browser other = new Browser().refuse(started, "bob");
        assertThat(other.text()).contains("Access refused");
        assertThat(browser.sendRaw(approve).text()).contains("Already decided");
        assertThat(wire.poll(started).error()).isEqualTo("access_denied");
        assertThat(new Browser()
                        .open(page())
                        .send("user_code", started.text("user_code"))
                        .text())
                .contains("used already");
    }

    @Test
    void pageOfThePersonBeforeIsVoid() {
        Wire.Reply started = wire.start();
        Browser browser = new Browser().toDecision(started, "alice");
        String approveAsAlice = browser.filled("decision", "approve");
        String again = browser.text().replaceAll("(?s).*href=\"([^\"]*login[^\"]*)\".*", "$1");
        browser.open(running.server().issuer() + again).signIn("bob");
        assertThat(browser.text()).contains("Bob Cratchit");
        assertThat(browser.sendRaw(approveAsAlice).page().statusCode()).isEqualTo(403);
        assertThat(wire.poll(started).error()).isEqualTo("authorization_pending");
        browser.open(running.server().issuer() + again).signIn("bob").send("decision", "approve");
        String token = wire.poll(started).text("access_token");
        assertThat(wire.get("/userinfo", "Authorization", "Bearer " + token).text("sub"))
                .isEqualTo("bob");
    }

    @Test
    void deviceCodeIsNeverShown() {
        Wire.Reply started = wire.start();
        Browser browser = new Browser().toDecision(started, "alice");
        assertThat(browser.text()).doesNotContain(started.text("device_code"));
        assertThat(browser.page().uri().toString()).doesNotContain(started.text("device_code"));
    }

    @Test
    void deviceNameIsEscaped() {
        Wire.Reply started =
                wire.post("/device_authorization", "client_id=tv-public", "User-Agent", "<script>alert(1)</script>");
        Browser browser = new Browser().toDecision(started, "alice");
        assertThat(browser.text()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource({"de,Gerät verbinden,ltr", "fr-CH,Connecter un appareil,ltr", "ja,デバイスを接続,ltr", "ar,ربط جهاز,rtl"})
    void pagesSpeakTheLanguageOfTheBrowser(String language, String title, String direction) {
        Browser browser = new Browser("Accept-Language", language + ",en;q=0.5").open(page());
        assertThat(browser.text()).contains(title, "dir=\"" + direction + "\"");
    }

    @Test
    void deselectedScopesAreNotGranted() {
        try (Running choosing = Running.with(b -> b.pages().look().scopesSelectable(true))) {
            Wire.Reply started =
                    choosing.wire().post("/device_authorization", "client_id=tv-public&scope=profile+email+read");
            new Browser().toDecision(started, "alice").send("decision", "approve", "scope", "email", "scope", "admin");
            assertThat(choosing.wire().poll(started).text("scope")).isEqualTo("email");
        }
    }
}
