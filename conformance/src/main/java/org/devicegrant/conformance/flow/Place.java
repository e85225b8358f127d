package org.devicegrant.conformance.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the course of a check as it is written, whichever of its strands comes to its place first. What strands find
 * is told in this order, so that the same findings make the same message in every run.
 */
public final class Place implements Comparable<Place> {
    private static final ThreadLocal<Place> HERE = ThreadLocal.withInitial(() -> new Place(List.of()));

    private final List<Integer> path;
    private int steps;

    private Place(List<Integer> path) {
        this.path = List.copyOf(path);
    }

    /** The next place in this thread's course; each call gives a later one. */
    public static Place next() {
        Place here = HERE.get();
        List<Integer> path = new ArrayList<>(here.path);
        path.add(here.steps++);
        return new Place(path);
    }

    /** Lets this thread go on from a place that another has given. */
    void enter() {
        HERE.set(this);
    }

    @Override
    public int compareTo(Place other) {
        int common = Math.min(path.size(), other.path.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(path.get(i), other.path.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(path.size(), other.path.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && path.equals(place.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
