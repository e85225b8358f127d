package org.devicegrant.conformance.embedded;

import java.util.List;
import java.util.stream.Stream;

/** Every lawful variant of the server: no check may fail on any of them. */
public final class Variants {
    private Variants() {}

    /** All variants, in a fixed order. */
    public static List<Variant> all() {
        return Stream.of(
                        CodeVariants.all(),
                        AnswerVariants.all(),
                        ClientVariants.all(),
                        PollVariants.all(),
                        PageVariants.all(),
                        TransportVariants.all(),
                        FeatureVariants.all())
                .flatMap(List::stream)
                .toList();
    }
}
