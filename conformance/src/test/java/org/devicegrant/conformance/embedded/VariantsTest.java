package org.devicegrant.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VariantsTest {
    @Test
    void namesAreUniqueAndReasonsGiven() {
        List<Variant> all = Variants.all();
        assertThat(all).extracting(Variant::name).doesNotHaveDuplicates();
        assertThat(all)
                .hasSizeGreaterThan(50)
                .allSatisfy(variant -> assertThat(variant.why()).hasSizeGreaterThan(20));
    }

    @ParameterizedTest
    @MethodSource("org.devicegrant.conformance.embedded.Variants#all")
    void approvalYieldsTokenAndRefusalDoesNot(Variant variant) {
        try (Running running = Running.with(variant::installInto)) {
            Wire.Reply approved = running.wire().start();
            Wire.Reply refused = running.wire().start();
            running.skipSeconds(30);
            walk(approved, true);
            walk(refused, false);
            assertThat(running.wire().poll(approved).text("access_token")).isNotEmpty();
            assertThat(running.wire().poll(refused).error()).isEqualTo("access_denied");
            assertThat(running.wire().poll(approved).error()).isEqualTo("invalid_grant");
        }
    }

    private static void walk(Wire.Reply started, boolean approve) {
        String link = started.json().has("verification_uri_complete") && !approve
                ? started.text("verification_uri_complete")
                : started.text("verification_uri");
        new Browser().open(link).walk(started.text("user_code"), "alice", approve);
    }
}
