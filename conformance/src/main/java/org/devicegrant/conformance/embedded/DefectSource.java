package org.devicegrant.conformance.embedded;

import java.util.List;

/** Defects that live beside the checks they prove; found by {@link java.util.ServiceLoader}. */
public interface DefectSource {
    /** The defects, in a fixed order. */
    List<Defect> defects();
}
