package org.devicegrant.browser.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.devicegrant.browser.page.Sketch.with;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.devicegrant.browser.Credentials;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.PageReader;
import org.devicegrant.browser.page.Sketch;
import org.devicegrant.browser.page.Words;
import org.junit.jupiter.api.Test;

/** What is done on which page, and how walks end. Nothing here takes time. */
class WalkerTest {
    private static final String CODE = "WXKT-BCDF";
    private static final Tempo AT_ONCE =
            new Tempo(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private static final Credentials ALICE = new Credentials("alice", "wonder-land-7");

    private static Sketch code() {
        return Sketch.of("code", "Connect a device").field("user_code", "Code").button("Continue");
    }

    private static Sketch login() {
        return Sketch.of("login", "Sign in")
                .field("username", "Username")
                .password("password")
                .button("Sign in");
    }

    private static Sketch decision() {
        return Sketch.of("consent", "Authorize")
                .heading("TV wants to access your account")
                .button("Allow")
                .button("Deny");
    }

    private static Sketch done() {
        return Sketch.of("done", "Device connected").says("You can close this window");
    }

    private static Sketch refused() {
        return Sketch.of("refused", "Access denied").says("The device was not connected");
    }

    private static PaperPages flow() {
        return new PaperPages()
                .page("code", code())
                .page("login", login())
                .page("decision", decision())
                .page("done", done())
                .page("refused", refused())
                .way("code", "Continue", "login")
                .way("login", "Sign in", "decision")
                .way("decision", "Allow", "done")
                .way("decision", "Deny", "refused");
    }

    private static Errand errand(Decision decision) {
        return new Errand(CODE, ALICE, decision, Duration.ofMinutes(10));
    }

    private static Walk walk(PaperPages pages, Errand errand, PageScript... scripts) {
        return new Walker(
                        pages,
                        new PageReader(Words.standard()),
                        List.of(scripts),
                        errand,
                        URI.create("http://127.0.0.1:8080/code"),
                        AT_ONCE)
                .walk();
    }

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
    void aWrongCodeIsToldFromAComplaint() {
        PaperPages pages = new PaperPages()
                .page("code", code())
                .page("again", code().alert("That code is not valid."))
                .way("code", "Continue", "again");
        assertThat(walk(pages, errand(Decision.APPROVE)).ending()).isEqualTo(PageKind.WRONG_CODE);
    }

    @Test
    void aBareErrorAfterTheCodeIsAWrongCode() {
        PaperPages pages = new PaperPages()
                .page("code", code())
                .page("error", Sketch.of("error", "Error").says("hm").status(400))
                .way("code", "Continue", "error");
        assertThat(walk(pages, errand(Decision.APPROVE)).ending()).isEqualTo(PageKind.WRONG_CODE);
    }

    @Test
    void aWrongPasswordIsToldFromAComplaint() {
        PaperPages pages = new PaperPages()
                .page("login", login())
                .page("again", login().alert("Invalid username or password."))
                .way("login", "Sign in", "again");
        assertThat(walk(pages, errand(Decision.APPROVE)).ending()).isEqualTo(PageKind.WRONG_LOGIN);
    }

    @Test
    void nobodySignsInWhereNobodyMay() {
        PaperPages pages = flow();
        Walk walk = walk(pages, new Errand(CODE, null, Decision.APPROVE, Duration.ofMinutes(10)));
        assertThat(walk.ending()).isEqualTo(PageKind.LOGIN);
        assertThat(pages.deeds()).doesNotContain("press Sign in");
    }

    @Test
    void aRefusalThatEndsInABareErrorIsARefusal() {
        PaperPages pages =
                flow().page("error", Sketch.of("error", "Bad request").status(400));
        pages.way("decision", "Deny", "error");
        assertThat(walk(pages, errand(Decision.REFUSE)).ending()).isEqualTo(PageKind.REFUSED);
    }

    @Test
    void aPageWithoutARefusalIsNotApprovedInstead() {
        Sketch mute = Sketch.of("consent", "Authorize")
                .heading("TV wants to access your account")
                .button("Allow");
        PaperPages pages = new PaperPages().page("decision", mute);
        Walk walk = walk(pages, errand(Decision.REFUSE));
        assertThat(walk.ending()).isEqualTo(PageKind.DECISION);
        assertThat(walk.reason()).contains("offers no refusal");
        assertThat(pages.deeds()).isEmpty();
    }

    @Test
    void aPageThatIsNotUnderstoodEndsWithItsCandidates() {
        PaperPages pages = new PaperPages()
                .page("odd", Sketch.of("odd", "Weather").says("It rains").link("Elsewhere"));
        Walk walk = walk(pages, errand(Decision.APPROVE));
        assertThat(walk.understood()).isFalse();
        assertThat(walk.reason()).contains("nothing that fits").contains("no candidates");
    }

    @Test
    void nothingIsPressedForEverOnAPageThatDoesNotMove() {
        PaperPages pages = new PaperPages().page("decision", decision());
        Walk walk = walk(pages, errand(Decision.APPROVE));
        assertThat(walk.understood()).isFalse();
        assertThat(pages.deeds()).hasSizeBetween(1, 4);
    }

    @Test
    void anEndlessChainOfPagesEnds() {
        PaperPages pages = new PaperPages();
        for (int i = 0; i < 40; i++) {
            pages.page(
                    "p" + i, Sketch.of("p" + i, "Step").says("x".repeat(i + 1)).button("Continue"));
            pages.way("p" + i, "Continue", "p" + (i + 1) % 40);
        }
        Walk walk = walk(pages, errand(Decision.APPROVE));
        assertThat(walk.understood()).isFalse();
        assertThat(walk.reason()).contains("gave up after");
    }

    @Test
    void aDeadBrowserIsToldAndSoIsADeadAddress() {
        Walk killed = walk(flow().dyingAt("Sign in"), errand(Decision.APPROVE));
        assertThat(killed.understood()).isFalse();
        assertThat(killed.reason()).isEqualTo("the browser failed: the browser is gone");
        assertThat(killed.steps()).hasSize(2);

        PaperPages nowhere = new PaperPages() {
            @Override
            public org.devicegrant.browser.page.Snapshot snapshot() {
                return Sketch.neterror();
            }
        };
        Walk unreachable = walk(nowhere, errand(Decision.APPROVE));
        assertThat(unreachable.understood()).isFalse();
        assertThat(unreachable.reason()).contains("no page came");
    }

    @Test
    void aPageThatMovesUnderTheHandsIsLookedAtAgain() {
        assertThat(walk(flow().movingOnce(), errand(Decision.APPROVE)).ending()).isEqualTo(PageKind.SUCCESS);
    }

    @Test
    void thePatienceEndsEveryWalk() {
        Walk walk = walk(flow(), new Errand(CODE, ALICE, Decision.APPROVE, Duration.ZERO));
        assertThat(walk.understood()).isFalse();
        assertThat(walk.reason()).isEqualTo("the time for this walk is over");
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

    @Test
    void aStepThatMatchesNothingIsNamed() {
        PageScript script = new PageScript(
                new PageScript.When(null, "Connect*", null, null), List.of(new PageScript.Action.Click("#missing")));
        Walk walk = walk(flow(), new Errand(CODE, ALICE, Decision.APPROVE, Duration.ofMillis(1)), script);
        assertThat(walk.understood()).isFalse();
    }
}
