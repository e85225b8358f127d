package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.devicegrant.conformance.check.Proof;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.page.PageRules.Order;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

/** A server that asks for no consent, or once only, is wrong, but not about everything. */
class RememberedConsentTest {

    /** What these say of a code has nothing to do with consent. */
    private static final List<String> ABOUT_CODES = List.of(
            "8628-6.1-case-insensitive-entry",
            "8628-6.1-punctuation-and-stray-characters",
            "interop-wrong-user-code-feedback");

    @Test
    void codeThatLeadsToSuccessAtOnceWasTaken() {
        Defect asksNothing = new InteractionDefects()
                .defects().stream()
                        .filter(defect -> defect.name().equals("takesTheCodeForConsent"))
                        .findAny()
                        .orElseThrow();
        Behaviour behaviour = Proof.behaviour();
        asksNothing.installInto(behaviour);
        behaviour.pages().order(Order.LOGIN_FIRST);

        Map<String, Verdict> verdicts = Proof.results(behaviour, ABOUT_CODES).values().stream()
                .collect(Collectors.toMap(CheckResult::id, CheckResult::verdict));

        assertThat(verdicts).containsOnlyKeys(ABOUT_CODES).doesNotContainValue(Verdict.FAIL);
    }
}
