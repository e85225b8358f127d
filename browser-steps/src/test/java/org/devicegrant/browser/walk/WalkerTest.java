package org.devicegrant.browser.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.devicegrant.browser.page.Sketch.with;
import static org.devicegrant.browser.walk.PaperFlow.CODE;
import static org.devicegrant.browser.walk.PaperFlow.done;
import static org.devicegrant.browser.walk.PaperFlow.errand;
import static org.devicegrant.browser.walk.PaperFlow.flow;
import static org.devicegrant.browser.walk.PaperFlow.refused;
import static org.devicegrant.browser.walk.PaperFlow.walk;

import java.util.List;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.Sketch;
import org.junit.jupiter.api.Test;

/** What is done on which page. Nothing here takes time. */
class WalkerTest {
    @Test
    void approvesByWayOfCodeAndLogin() {
        PaperPages pages = flow();
        Walk walk = walk(pages, errand(Decision.APPROVE));
        assertThat(walk.ending()).isEqualTo(PageKind.SUCCESS);
        assertThat(walk.understood()).isTrue();
        assertThat(pages.deeds())
                .containsExactly(
                        "type user_code WXKT-BCDF",
                        "press Continue",
                        "type username alice",
                        "type password wonder-land-7",
                        "press Sign in",
                        "press Allow");
        assertThat(walk.steps())
                .extracting(Walk.Step::kind)
                .containsExactly(PageKind.CODE_ENTRY, PageKind.LOGIN, PageKind.DECISION, PageKind.SUCCESS);
    }

    @Test
    void refusesWhereToldTo() {
        PaperPages pages = flow();
        assertThat(walk(pages, errand(Decision.REFUSE)).ending()).isEqualTo(PageKind.REFUSED);
        assertThat(pages.deeds()).contains("press Deny").doesNotContain("press Allow");
    }

    @Test
    void stopsAtTheDecisionWhereToldTo() {
        PaperPages pages = flow();
        Walk walk = walk(pages, errand(Decision.NONE));
        assertThat(walk.ending()).isEqualTo(PageKind.DECISION);
        assertThat(pages.deeds()).doesNotContain("press Allow", "press Deny");
    }

    @Test
    void saysWhyEachControlWasChosenAndKeepsSecretsToItself() {
        Walk walk = walk(flow(), errand(Decision.APPROVE));
        assertThat(walk.steps().get(2).did()).startsWith("pressed \"Allow\" (").contains("caption +");
        assertThat(walk.toString()).doesNotContain(CODE).doesNotContain("wonder-land-7");
    }

    @Test
    void theNotesTellWhatWasSeenAndDoneAndWhatWentWrong() {
        PaperPages pages = flow();
        Walk walk = walk(pages, errand(Decision.APPROVE));
        assertThat(walk.notes()).isEqualTo("walk.txt");
        assertThat(pages.kept())
                .startsWith("Ended on SUCCESS: ")
                .containsSubsequence(
                        "1. CODE_ENTRY http://127.0.0.1:8080/code \"Connect a device\" (CODE_ENTRY.png)",
                        "saw: has a field for a code; ",
                        "sends: \"Continue\" (",
                        "did: typed the code into input[name=\"user_code\"], pressed \"Continue\" (",
                        "3. DECISION",
                        "approves: \"Allow\" (",
                        "404 GET http://127.0.0.1:8080/style.css")
                .doesNotContain(CODE, "wonder-land-7", "steps:");
    }

    @Test
    void theNotesProposeStepsForAPageThatWasNotUnderstood() {
        Sketch odd =
                Sketch.of("odd?state=1", "Weather").says("It rains " + CODE).link("Elsewhere");
        PaperPages pages = new PaperPages().page("odd", odd);
        walk(pages, errand(Decision.APPROVE));
        assertThat(pages.kept())
                .startsWith("Ended on UNKNOWN, not understood: ")
                .contains("steps:\n  - when: {url: \"*/odd*\"}")
                .doesNotContain(CODE, "state=1");
    }

    @Test
    void anAnswerIsChosenAndSent() {
        Sketch lists = Sketch.of("consent", "TV")
                .list("answer", "", "", "Deny access", "Allow access")
                .button("Apply");
        PaperPages pages =
                new PaperPages().page("decision", lists).page("done", done()).way("decision", "Apply", "done");
        Walk walk = walk(pages, errand(Decision.APPROVE));
        assertThat(walk.ending()).isEqualTo(PageKind.SUCCESS);
        assertThat(pages.deeds()).containsExactly("press Allow access", "press Apply");
        assertThat(walk.steps().get(0).did()).startsWith("chose \"Allow access\", pressed \"Apply\"");
    }

    @Test
    void aListThatSendsItselfNeedsNoButton() {
        PaperPages pages = new PaperPages()
                .page("decision", Sketch.of("consent", "TV").list("answer", "", "", "Deny", "Allow"))
                .page("refused", refused())
                .way("decision", "Deny", "refused");
        assertThat(walk(pages, errand(Decision.REFUSE)).ending()).isEqualTo(PageKind.REFUSED);
        assertThat(pages.deeds()).containsExactly("press Deny");
    }

    @Test
    void theAccountIsChosenBeforeGoingOn() {
        Sketch accounts = Sketch.of("accounts", "Choose an account")
                .heading("Choose an account")
                .radio("bob")
                .radio("alice")
                .button("Continue");
        PaperPages pages = flow().page("accounts", accounts).way("code", "Continue", "accounts");
        pages.way("accounts", "Continue", "decision");
        assertThat(walk(pages, errand(Decision.APPROVE)).ending()).isEqualTo(PageKind.SUCCESS);
        assertThat(pages.deeds())
                .containsSubsequence("press Continue", "press alice", "press Continue")
                .doesNotContain("press bob");
    }

    @Test
    void aPageThatMovesUnderTheHandsIsLookedAtAgain() {
        assertThat(walk(flow().movingOnce(), errand(Decision.APPROVE)).ending()).isEqualTo(PageKind.SUCCESS);
    }

    @Test
    void stepsOfTheTargetFileComeFirst() {
        Sketch odd = Sketch.of("odd", "Wetter").field("w", "?", with("id", "w")).button("Ab", with("id", "go"));
        PaperPages pages =
                new PaperPages().page("odd", odd).page("done", done()).way("odd", "Ab", "done");
        PageScript script = new PageScript(
                new PageScript.When("*/odd", null, null, null),
                List.of(new PageScript.Action.Type("#w", "{user_code}!"), new PageScript.Action.Click("#go")));
        Walk walk = walk(pages, errand(Decision.APPROVE), script);
        assertThat(walk.ending()).isEqualTo(PageKind.SUCCESS);
        assertThat(pages.deeds()).containsExactly("type w WXKT-BCDF!", "press Ab");
    }
}
