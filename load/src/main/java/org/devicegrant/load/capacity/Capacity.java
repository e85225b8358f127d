package org.devicegrant.load.capacity;

public final class Capacity implements org.devicegrant.load.scenario.Scenario {
    @Override
    public org.devicegrant.load.scenario.Outcome play(org.devicegrant.load.scenario.Stage stage) {
        throw new IllegalStateException();
    }
}
