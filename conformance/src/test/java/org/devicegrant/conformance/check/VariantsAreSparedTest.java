package org.devicegrant.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.devicegrant.conformance.embedded.Variant;
import org.devicegrant.conformance.embedded.Variants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Servers that conform in their own way are not blamed. {@link SelfTestIT} asks the same on pages. */
@Tag("long")
class VariantsAreSparedTest {
    /** Runs without pages mostly wait, so half of the variants wait at the same time. */
    private static final int MANY = 35;

    @Test
    void noCheckOverHttpFailsOnALawfulVariant() throws InterruptedException {
        List<String> checks = Examined.quickOverHttp();

        assertThat(Examined.each(Variants.all(), MANY, variant -> complaints(variant, checks)))
                .as("checks that blame a lawful variant")
                .isEmpty();
    }

    private static List<String> complaints(Variant variant, List<String> checks) {
        try {
            Proof.spares(variant, checks);
            return List.of();
        } catch (AssertionError blamed) {
            return List.of(variant.name() + ": " + blamed.getMessage());
        }
    }
}
