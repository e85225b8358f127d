package org.devicegrant.load.scenario;

/** Which class plays which scenario. */
public final class Scenarios {
    private Scenarios() {}

    /** The scenario of that kind. */
    public static Scenario of(ScenarioKind kind) {
        return switch (kind) {
            case STEADY, SOAK -> new Steady();
            case STORM -> new Storm();
            default -> throw new IllegalArgumentException(kind.word() + " is not there");
        };
    }
}
