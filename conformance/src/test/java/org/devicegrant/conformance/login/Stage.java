package org.devicegrant.conformance.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.check.Preflight;
import org.devicegrant.conformance.check.RunListener;
import org.devicegrant.conformance.check.RunOptions;
import org.devicegrant.conformance.check.Scratch;
import org.devicegrant.conformance.check.Station;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.EmbeddedServer;
import org.devicegrant.conformance.embedded.client.Users;
import org.devicegrant.conformance.embedded.grant.DeviceGrant;
import org.devicegrant.conformance.embedded.grant.Verdict;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Protocol;
import org.devicegrant.conformance.flow.Urgency;
import org.devicegrant.conformance.flow.Wire;
import org.devicegrant.conformance.target.Target;
import org.devicegrant.conformance.target.TargetFile;

/**
 * An embedded server and a way to it, without any check and without a browser: the user decides behind the curtain, and
 * both clocks leap over every wait.
 */
public final class Stage implements AutoCloseable {
    private final Behaviour behaviour;
    private final EmbeddedServer server;
    private final Station station;
    private final Protocol protocol;

    public Stage(Behaviour behaviour) {
        this(behaviour, Duration.ZERO);
    }

    /**
     * A stage on a slow machine.
     *
     * @param latest how late a wait may end at most, and how long a request may hang on either way
     */
    public Stage(Behaviour behaviour, Duration latest) {
        LeapingClock clock = new LeapingClock(behaviour.transport().clock(), latest);
        if (!latest.isZero()) {
            behaviour.around(Endpoint.TOKEN, (request, next) -> {
                clock.stall();
                Answer answer = next.apply(request);
                clock.stall();
                return answer;
            });
        }
        this.behaviour = behaviour;
        this.server = EmbeddedServer.start(behaviour);
        this.station = Station.open(
                target(server),
                RunOptions.defaults().waitingAtMost(Duration.ofDays(1)),
                clock,
                (device, user, decision) -> {
                    throw new IllegalStateException("nobody is asked");
                },
                RunListener.silent(),
                exchange -> {});
        this.protocol = new Preflight(station).protocol();
    }

    /** Codes and an interval that outlive every pause of a busy machine. */
    public static Behaviour patient() {
        Behaviour behaviour = new Behaviour();
        behaviour.codes().lifetime(Duration.ofHours(1));
        behaviour.polling().interval(Duration.ofSeconds(30));
        return behaviour;
    }

    private static Target target(EmbeddedServer server) {
        try {
            Path directory = Scratch.directory("stage");
            return TargetFile.read(
                    server.targetFile(directory),
                    Map.of(),
                    List.of("approval.browser=htmlunit", "timing.starts_per_second=200"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Protocol protocol() {
        return protocol;
    }

    public Station station() {
        return station;
    }

    public Devices devices() {
        Wire wire = new Wire("test", Urgency.PLAIN, station.http(), station.clock(), station.pace());
        return new Devices(wire, station.waiting(), protocol);
    }

    /** Everything that was answered so far. */
    public List<org.devicegrant.conformance.exchange.Answer> answers() {
        return station.transcript().answers();
    }

    /** Approves the request of a device. */
    public void approve(Device device) {
        DeviceGrant grant = behaviour.grants().byDeviceCode(device.deviceCode()).orElseThrow();
        grant.decide(new Verdict(
                true,
                behaviour.users().named(Users.ALICE),
                grant.scopes(),
                behaviour.transport().clock().now()));
    }

    @Override
    public void close() {
        station.close();
        server.close();
    }
}
