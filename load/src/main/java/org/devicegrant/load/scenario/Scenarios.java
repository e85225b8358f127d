package org.devicegrant.load.scenario;

/** Which class plays which scenario. */
public final class Scenarios {
    private Scenarios() {}

    /** The scenario of that kind. */
    public static Scenario of(ScenarioKind kind) {
        return switch (kind) {
            case STEADY -> new Steady();
            case STORM -> new Storm();
            case ISSUANCE -> new Issuance();
            case APPROVAL_WAVE -> new ApprovalWave();
            case EXPIRY_WAVE -> new ExpiryWave();
            case BACKLOG -> new Backlog();
            case SOAK -> new Soak();
            case CAPACITY -> new Capacity();
        };
    }
}
