package org.devicegrant.load.capacity;

/** Plays trials, one at a time. */
@FunctionalInterface
public interface Trials {
    /** Plays one with so many devices, and judges it. */
    Attempt play(Attempt.Kind kind, int devices);
}
