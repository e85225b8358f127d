package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.flow.Unusable;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;

/** Metadata cannot send the harness, with the credentials of the target file, to whatever host it likes. */
class ForeignMetadataTest {
    private static final List<String> ONE = List.of("8628-3.2-status-200");

    @Test
    void anEndpointElsewhereInTheNameOfAnotherIssuerIsNotAsked() {
        Behaviour behaviour = Proof.behaviour();
        behaviour.onMetadata((request, answer) -> answer.set("issuer", "https://elsewhere.example")
                .set("token_endpoint", "http://elsewhere.example/token"));

        assertThatThrownBy(() -> Proof.run(behaviour, ONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("endpoints.token: ")
                .hasMessageContaining("no credentials are sent there");
    }

    @Test
    void anotherNameOfTheSameHostIsAskedAndJudged() {
        Behaviour behaviour = Proof.behaviour();
        behaviour.onMetadata((request, answer) -> answer.set("issuer", "https://elsewhere.example"));

        assertThat(Proof.results(behaviour, ONE).get(ONE.get(0)).verdict()).isEqualTo(Verdict.PASS);
    }
}
