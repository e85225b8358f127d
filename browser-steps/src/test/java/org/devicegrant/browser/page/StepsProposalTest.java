package org.devicegrant.browser.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.devicegrant.browser.page.Sketch.with;

import org.junit.jupiter.api.Test;

class StepsProposalTest {
    @Test
    void aLoginIsTypedAndSent() {
        Sketch sketch = Sketch.of("a/login?session=1", "Say \"who\"\nyou are")
                .field("nick", "Username", with("id", "nick"))
                .password("word")
                .button("Sign in");
        assertThat(StepsProposal.of(sketch.page(), sketch.read()))
                .contains("\"Say \\\"who\\\" you are\"")
                .contains("when: {url: \"*/a/login*\"}")
                .contains("{type: {into: \"#nick\", text: \"{username}\"}}")
                .contains("{type: {into: \"input[name=\\\"word\\\"]\", text: \"{password}\"}}")
                .contains("{click: \"button[type=\\\"submit\\\"]\"}")
                .doesNotContain("session=1");
    }

    @Test
    void aDecisionGetsAnEntryForEachAnswer() {
        Sketch sketch = Sketch.of("consent", "Consent")
                .heading("TV wants to access your account")
                .button("Allow", with("id", "yes"))
                .button("Deny", with("id", "no"));
        assertThat(StepsProposal.of(sketch.page(), sketch.read()))
                .containsSubsequence("{click: \"#yes\"}", "refused", "{click: \"#no\"}");
    }

    @Test
    void aPageThatOffersNothingIsSaidToHoldNoSelector() {
        Sketch sketch = Sketch.of("", "Odd").says("nothing");
        assertThat(StepsProposal.of(sketch.page(), sketch.read())).contains("{click: \"SELECTOR\"}");
    }
}
