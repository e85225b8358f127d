package org.devicegrant.load.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.devicegrant.load.capacity.Attempt.Figures;
import org.devicegrant.load.capacity.Attempt.Kind;

/**
 * A server with a line in front of it, on a machine that stutters: {@code rate} polls per second at most, devices that
 * wait the interval after each answer, and a limit on latency. Hiccups come in one window of ten; the generator notices
 * two of three, the others look like the server's fault.
 */
final class NoisyServer implements Trials {
    private static final double INTERVAL = 1;
    private static final double SERVICE = 0.01;

    final List<Integer> tried = new ArrayList<>();
    private final Random random;
    private final double rate;
    private final double limit;
    private final double hiccups;

    NoisyServer(long seed, double rate, double limit, double hiccups) {
        this.random = new Random(seed);
        this.rate = rate;
        this.limit = limit;
        this.hiccups = hiccups;
    }

    /** The most devices whose polls are answered within the limit. */
    double knee() {
        return rate * (INTERVAL + limit);
    }

    @Override
    public Attempt play(Kind kind, int devices) {
        tried.add(devices);
        double today = rate * (1 + 0.01 * random.nextGaussian());
        List<Window> windows = new ArrayList<>();
        double latency = Math.max(SERVICE, devices / today - INTERVAL);
        for (int window = 0; window < (kind == Kind.CONFIRMATION ? 6 : 3); window++) {
            boolean hiccup = random.nextDouble() < hiccups;
            boolean noticed = hiccup && random.nextDouble() < 0.67;
            double p99 = latency * (1 + 0.03 * random.nextGaussian()) + (hiccup ? limit : 0);
            windows.add(new Window(!noticed, p99 <= limit ? "" : "p99"));
        }
        Figures figures = new Figures(devices / (INTERVAL + latency), latency, latency, latency, 0);
        return new Attempt(kind, devices, 15, devices / INTERVAL, figures, Window.verdict(windows), "", null);
    }
}
