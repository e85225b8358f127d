package org.devicegrant.conformance.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that one pass can name everything. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(int line, String path, String message, String advice) {
        found.add(new Problem(line, path, message, advice));
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** In the order of the file. */
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
