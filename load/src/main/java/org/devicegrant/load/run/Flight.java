package org.devicegrant.load.run;

import io.gatling.http.client.Request;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Session;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.devicegrant.load.step.Device;
import org.devicegrant.load.target.LoadTarget;
import org.devicegrant.load.time.Clock;
import org.jspecify.annotations.Nullable;

/** Devices in the air: what the simulation calls at each step, between Gatling's words and the conversation's. */
final class Flight {
    /** Requests still under way at the end may take this much longer before they count as unanswered. */
    private static final long DRAIN = Duration.ofSeconds(2).toNanos();

    private final LoadTarget target;
    private final Connections connections;
    private final List<Device> devices;
    private final Clock clock;
    private final StopSignal stop;
    private final Supplier<Takeoff> takeoff;
    private final AtomicInteger boarded = new AtomicInteger();
    private volatile @Nullable Takeoff air;

    /** A flight; {@code takeoff} is asked once, when the first device has boarded. */
    Flight(
            LoadTarget target,
            Connections connections,
            List<Device> devices,
            Clock clock,
            StopSignal stop,
            Supplier<Takeoff> takeoff) {
        this.target = target;
        this.connections = connections;
        this.devices = devices;
        this.clock = clock;
        this.stop = stop;
        this.takeoff = takeoff;
    }

    LoadTarget target() {
        return target;
    }

    Connections connections() {
        return connections;
    }

    int devices() {
        return devices.size();
    }

    Device board() {
        air();
        return devices.get(boarded.getAndIncrement());
    }

    /** Whether the device has something to do before the end. */
    boolean flies(Device device) {
        return device.phase() != Device.Phase.DONE
                && device.due() - air().window().to() < 0
                && !stop.raised();
    }

    /** How long the device waits. Rounded up to whole milliseconds, Gatling's unit, never down into the interval. */
    Duration pause(Device device) {
        long wait = Math.min(device.due(), air().window().to()) - clock.nanos();
        return wait <= 0 ? Duration.ZERO : Duration.ofMillis((wait + 999_999) / 1_000_000);
    }

    boolean over() {
        Takeoff now = air;
        if (now == null || stop.raised()) {
            return stop.raised();
        }
        long past = clock.nanos() - now.window().to();
        return past > DRAIN || (past >= 0 && devices.stream().noneMatch(device -> owes(device, now)));
    }

    private boolean cut() {
        return stop.raised() || clock.nanos() - air().window().to() > DRAIN;
    }

    /** Whether it has a request under way, or one that was due before the end and is late. */
    private static boolean owes(Device device, Takeoff now) {
        return device.underway()
                || (device.waits() && device.due() - now.window().to() < 0);
    }

    String begins(Device device) {
        return air().conversation().begins(device, clock.nanos());
    }

    /** Called when the connection is open and the request about to be written. */
    Request sends(Device device, Request request) {
        String authorization = device.client().authentication().header();
        if (authorization != null) {
            request.getHeaders().set(HttpHeaderNames.AUTHORIZATION, authorization);
        }
        air().conversation().sends(device, clock.nanos());
        return request;
    }

    Response hears(Device device, Response response) {
        long now = clock.nanos();
        String retryAfter = response.headers().get(HttpHeaderNames.RETRY_AFTER);
        air().conversation()
                .hears(
                        device,
                        response.status().code(),
                        retryAfter,
                        response.body().bytes(),
                        now);
        return response;
    }

    /** After each request, answered or not. What the end of the run cuts off stays under way: nobody has failed there. */
    Session settle(Device device, Session session) {
        if (device.underway() && !cut()) {
            air().conversation().hearsNothing(device, FailureReasons.takeLast(), clock.nanos());
        }
        return session.isFailed() ? session.markAsSucceeded() : session;
    }

    private Takeoff air() {
        Takeoff now = air;
        return now == null ? takeOff() : now;
    }

    private synchronized Takeoff takeOff() {
        Takeoff now = air;
        if (now == null) {
            now = takeoff.get();
            air = now;
        }
        return now;
    }
}
