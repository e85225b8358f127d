package org.devicegrant.load.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.devicegrant.load.protocol.AnswerKind;

/** Counts answers. Thread-safe. */
final class Counts {
    private final PerConstant<AnswerKind, LongAdder> adders = PerConstant.of(AnswerKind.class, kind -> new LongAdder());

    void add(AnswerKind kind) {
        adders.get(kind).increment();
    }

    Answers answers() {
        Map<AnswerKind, Long> sums = new EnumMap<>(AnswerKind.class);
        adders.forEach((kind, adder) -> sums.put(kind, adder.sum()));
        return new Answers(sums);
    }
}
