package org.devicegrant.browser.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.browser.Browsers;
import org.devicegrant.browser.Decision;
import org.devicegrant.browser.PageKind;
import org.devicegrant.browser.Profile;
import org.devicegrant.browser.Tab;
import org.devicegrant.browser.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Approves and refuses on every exhibit, and asks the server what really happened. */
@ExtendWith(OnStage.class)
@Execution(ExecutionMode.CONCURRENT)
class GalleryTest {
    static Stream<Arguments> everything() {
        return Exhibit.all().stream()
                .flatMap(e -> Stream.of(Decision.APPROVE, Decision.REFUSE).map(d -> Arguments.of(e, d)));
    }

    static Stream<Arguments> scriptless() {
        return everything().filter(a -> ((Exhibit) a.get()[0]).scriptless());
    }

    static Stream<Exhibit> withWrongCode() {
        return Exhibit.all().stream().filter(e -> e.settings().containsKey("error"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void chromiumDecidesAsTold(Exhibit exhibit, Decision decision, Stage stage) {
        decides(stage, stage.chromium(), exhibit, decision);
    }

    @ParameterizedTest
    @MethodSource("scriptless")
    void htmlUnitDecidesAsTold(Exhibit exhibit, Decision decision, Stage stage) {
        decides(stage, stage.htmlUnit(), exhibit, decision);
    }

    @ParameterizedTest
    @MethodSource("withWrongCode")
    void aWrongCodeIsUnderstoodInEveryLanguage(Exhibit exhibit, Stage stage) {
        try (Profile profile = stage.htmlUnit().profile();
                Tab tab = profile.tab()) {
            tab.open(stage.server().address(exhibit));
            Walk walk = tab.walk(Bench.errand("BBBB-BBBB", Decision.APPROVE));
            assertThat(walk.ending()).as(walk.toString()).isEqualTo(PageKind.WRONG_CODE);
            assertThat(walk.understood()).isTrue();
        }
    }

    @Test
    void theGalleryIsAsLargeAsPromised() {
        assertThat(Exhibit.all())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(e -> assertThat(e.why()).isNotBlank());
    }

    private static void decides(Stage stage, Browsers browsers, Exhibit exhibit, Decision decision) {
        String code = stage.server().issue();
        Truth truth = stage.server().truth(code);
        try (Profile profile = browsers.profile();
                Tab tab = profile.tab()) {
            tab.open(stage.server().address(exhibit, code));
            Walk walk = tab.walk(Bench.errand(exhibit.usesCompleteAddress() ? null : code, decision));
            boolean approve = decision == Decision.APPROVE;
            assertThat(truth.decisions()).as(walk.toString()).isEqualTo(List.of(approve ? "approve" : "deny"));
            assertThat(walk.ending()).as(walk.toString()).isEqualTo(approve ? PageKind.SUCCESS : PageKind.REFUSED);
            assertThat(walk.understood()).as(walk.toString()).isTrue();
            assertThat(truth.traps()).isEmpty();
            assertThat(walk.toString()).doesNotContain(code).doesNotContain(Visit.PASSWORD);
        }
    }
}
