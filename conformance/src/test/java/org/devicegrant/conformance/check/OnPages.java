package org.devicegrant.conformance.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.Footprint;

/**
 * Which defects are shown to the checks that look at pages, which costs many seconds of a processor each. All that such a
 * check is to notice, and all that leave another {@link Footprint} than a conforming server. What is the same on every page
 * and in every answer on the way to a decision is the same to these checks as well: they judge nothing else. Of those
 * defects only a sample is shown, to see that this holds.
 */
final class OnPages {
    private static final int SAMPLE = 10;

    private final Set<String> looking;
    private final List<String> conforming = Footprint.of(server -> {});
    private final List<Defect> defects = DefectsTest.defects();

    /** @param looking the checks that look at pages */
    OnPages(List<String> looking) {
        this.looking = new HashSet<>(looking);
    }

    boolean shows(Defect defect) {
        return !Collections.disjoint(defect.flaggedBy(), looking) || inTheSample(defect) || differs(defect);
    }

    private boolean inTheSample(Defect defect) {
        return defects.stream().map(Defect::name).toList().indexOf(defect.name()) % SAMPLE == 0;
    }

    private boolean differs(Defect defect) {
        return !Footprint.of(defect::installInto).equals(conforming);
    }
}
