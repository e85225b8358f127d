package org.devicegrant.conformance.check;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.devicegrant.conformance.embedded.Variants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that conform in their own way are not blamed. {@link SelfTestIT} asks the same on pages. */
class VariantsAreSparedTest {
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> noCheckOverHttpFailsOnALawfulVariant() {
        List<String> checks = Examined.quickOverHttp();
        return Variants.all().stream().map(variant -> dynamicTest(variant.name(), () -> Proof.spares(variant, checks)));
    }
}
