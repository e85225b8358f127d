package org.devicegrant.load.scenario;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.devicegrant.load.time.Clock;

/** How many codes are pending that were issued and left alone, given that they die after their lifetime. */
final class Pile {
    private final long lifetime;
    private final Clock clock;
    private final Deque<Layer> layers = new ArrayDeque<>();

    Pile(Duration lifetime, Clock clock) {
        this.lifetime = lifetime.toNanos();
        this.clock = clock;
    }

    /** Codes were issued, the last of them just now. */
    void add(long codes) {
        layers.addLast(new Layer(clock.nanos(), codes));
    }

    /** Those whose lifetime is not over. */
    long alive() {
        long now = clock.nanos();
        layers.removeIf(layer -> now - layer.issued > lifetime);
        return layers.stream().mapToLong(Layer::codes).sum();
    }

    private record Layer(long issued, long codes) {}
}
