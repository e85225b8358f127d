package org.devicegrant.load.scenario;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The scenarios, by the words of the command line. */
public enum ScenarioKind {
    STEADY("steady", "devices wait, each polling lawfully at its interval, arrivals spread"),
    STORM("storm", "all devices ask and poll in step, as after a power cut or a software update"),
    ISSUANCE("issuance", "device authorization requests at a fixed rate, nothing else"),
    APPROVAL_WAVE(
            "approval-wave", "a share of the waiting devices is approved within a window; time from approval to token"),
    EXPIRY_WAVE("expiry-wave", "many codes expire together and are renewed"),
    BACKLOG("backlog", "poll latency while the number of pending codes grows by decades"),
    SOAK("soak", "steady for hours, with detection of drift"),
    CAPACITY("capacity", "looks for the most devices that the server carries within its objectives");

    private final String word;
    private final String description;

    ScenarioKind(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }

    /** What it does, in one sentence without a capital or a full stop. */
    public String description() {
        return description;
    }

    /** Whether several injectors can share it: those whose next step depends on the last one's figures cannot. */
    public boolean shared() {
        return this != CAPACITY && this != BACKLOG;
    }

    /**
     * The scenario of that word.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static ScenarioKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario is called \"" + word + "\"; there are "
                        + Arrays.stream(values()).map(ScenarioKind::word).collect(Collectors.joining(", "))));
    }
}
