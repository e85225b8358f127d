package org.devicegrant.browser.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.devicegrant.browser.walk.PaperFlow.ALICE;
import static org.devicegrant.browser.walk.PaperFlow.CODE;
import static org.devicegrant.browser.walk.PaperFlow.code;
import static org.devicegrant.browser.walk.PaperFlow.decision;
import static org.devicegrant.browser.walk.PaperFlow.errand;
import static org.devicegrant.browser.walk.PaperFlow.flow;
import static org.devicegrant.browser.walk.PaperFlow.login;
import static org.devicegrant.browser.walk.PaperFlow.walk;

import java.time.Duration;
import java.util.List;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.Errand;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.PageScript;
import org.devicegrant.browser.Walk;
import org.devicegrant.browser.page.Sketch;
import org.junit.jupiter.api.Test;

/** How walks end that do not get where they were sent. Nothing here takes time. */
class WalkEndingsTest {
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
    void thePatienceEndsEveryWalk() {
        Walk walk = walk(flow(), new Errand(CODE, ALICE, Decision.APPROVE, Duration.ZERO));
        assertThat(walk.understood()).isFalse();
        assertThat(walk.reason()).isEqualTo("the time for this walk is over");
    }

    @Test
    void aStepThatMatchesNothingIsNamed() {
        PageScript script = new PageScript(
                new PageScript.When(null, "Connect*", null, null), List.of(new PageScript.Action.Click("#missing")));
        Walk walk = walk(flow(), new Errand(CODE, ALICE, Decision.APPROVE, Duration.ofMillis(1)), script);
        assertThat(walk.understood()).isFalse();
    }
}
