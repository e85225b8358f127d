package org.devicegrant.load.scenario;

/** What the devices of a run do, and when. */
@FunctionalInterface
public interface Scenario {
    /** Plays it to its end, or until stopped. */
    Outcome play(Stage stage);
}
