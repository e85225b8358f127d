package org.devicegrant.load.guard;

/** What is guarded against. */
public enum Guard {
    /** Requests were sent late. */
    LATENESS(true),
    /** Requests were so late that the run was over. */
    UNSENT(true),
    /** Something of its machine had run out. */
    SHORTAGE(true),
    /** Too near to what the generator can do at all. */
    CEILING(true),
    /** One of its threads was busy. */
    LOOP(true),
    /** File descriptors were running out. */
    FILES(true),
    /** The process was stopped, so devices came all at once, or a server beside it was stopped as well. */
    STANDSTILL(false),
    /** The devices were out of step before the figures counted. */
    START(false),
    /** The compiler was still at work. */
    JIT(false),
    /** The collector stopped everything. */
    PAUSE(false),
    /** The hypervisor took processor time. */
    STOLEN(false),
    /** The container's share of the processors was used up. */
    THROTTLED(false),
    /** Connections were not kept. */
    CONNECTS(false);

    /** Whether the generator then did not do what it was to do; otherwise something disturbed it. */
    private final boolean fatal;

    Guard(boolean fatal) {
        this.fatal = fatal;
    }

    /** Whether figures are not the server's once it is broken, however good they look. */
    boolean fatal() {
        return fatal;
    }
}
