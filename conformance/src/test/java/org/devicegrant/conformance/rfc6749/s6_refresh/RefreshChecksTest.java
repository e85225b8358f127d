package org.devicegrant.conformance.rfc6749.s6_refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.check.Proof;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

class RefreshChecksTest {

    private static final String ID = "6749-6-refresh-token-usable";

    /** As Keycloak does with its default client scopes, which the answer names: they were granted, so they may be asked for. */
    @Test
    void scopeThatTheServerAddedMayBeAskedForOnRefresh() {
        Behaviour behaviour = Proof.behaviour();
        behaviour.scopes().around((question, next) -> {
            Set<String> granted = new LinkedHashSet<>(next.apply(question));
            granted.addAll(question.client().scopes());
            return granted;
        });

        assertThat(Proof.results(behaviour, List.of(ID)))
                .extractingByKey(ID)
                .extracting(CheckResult::verdict)
                .isEqualTo(Verdict.PASS);
    }
}
