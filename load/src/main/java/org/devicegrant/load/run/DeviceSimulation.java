package org.devicegrant.load.run;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGenerator;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpDsl;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.devicegrant.load.step.Device;

/**
 * The one simulation: every virtual user is a device that waits until its next request is due, sends it and hears the
 * answer. Users are all there from the start and the schedule is the devices' own, so that it does not depend on the
 * generator's injection. One more user ends the run.
 */
public class DeviceSimulation extends Simulation {
    private static final String DEVICE = "d";
    private static final int HTTP_PORT = 80;
    private static final Duration WATCH = Duration.ofMillis(100);

    private final Flight flight;
    private final boolean silent;

    /** Takes over the flight that waits to be flown; called by Gatling. */
    public DeviceSimulation() {
        this(Handover.take(), true);
    }

    /** For a start by others than this tool: the devices of that trial, which the generator reports too. */
    protected DeviceSimulation(Trial trial) {
        this(trial.flight(), false);
    }

    private DeviceSimulation(Flight flight, boolean silent) {
        this.flight = flight;
        this.silent = silent;
        setUp(devices().injectOpen(atOnceUsers(flight.devices())), watch().injectOpen(atOnceUsers(1)))
                .protocols(protocol());
    }

    private ScenarioBuilder devices() {
        return scenario("devices")
                .exec(session -> session.set(DEVICE, flight.board()))
                .exec(wait_())
                .exec(asLongAs(session -> flight.flies(device(session)))
                        .on(CoreDsl.doIfOrElse(session -> device(session).needsCode())
                                .then(request(
                                        "device authorization", flight.target().deviceAuthorizationEndpoint()))
                                .orElse(request("poll", flight.target().tokenEndpoint()))
                                .exec(session -> flight.settle(device(session), session))
                                .exec(wait_())));
    }

    private ChainBuilder wait_() {
        return exec(pause(session -> flight.pause(device(session))));
    }

    /** Devices that wait for an interval or a week would keep the run alive: this user ends it. */
    private ScenarioBuilder watch() {
        return scenario("watch")
                .exec(asLongAs(session -> !flight.over()).on(pause(WATCH)))
                .exec(stopLoadGenerator("over"));
    }

    private HttpRequestActionBuilder request(String name, URI endpoint) {
        HttpRequestActionBuilder built = http(name)
                .post(endpoint.toString())
                .body(CoreDsl.StringBody(session -> flight.begins(device(session))))
                .sign((request, session) -> flight.sends(device(session), request))
                .transformResponse((response, session) -> flight.hears(device(session), response))
                // Any status is expected here: what it means is judged elsewhere, and an undeclared one costs a third
                // more.
                .check(status().exists())
                .requestTimeout(flight.target().reach().timeout());
        return silent ? built.silent() : built;
    }

    private HttpProtocolBuilder protocol() {
        HttpProtocolBuilder protocol = http.disableWarmUp()
                .disableCaching()
                .disableAutoReferer()
                .disableFollowRedirect()
                .acceptHeader("application/json")
                .contentTypeHeader("application/x-www-form-urlencoded")
                .userAgentHeader("device-grant-load");
        for (Map.Entry<String, String> header :
                flight.target().reach().headers().entrySet()) {
            protocol = protocol.header(header.getKey(), header.getValue());
        }
        URI proxy = flight.target().reach().proxy();
        if (proxy != null) {
            protocol =
                    protocol.proxy(HttpDsl.Proxy(proxy.getHost(), proxy.getPort() < 0 ? HTTP_PORT : proxy.getPort()));
        }
        return flight.connections().apply(protocol);
    }

    private static Device device(Session session) {
        Device device = session.get(DEVICE);
        if (device == null) {
            throw new IllegalStateException("a virtual user without a device");
        }
        return device;
    }
}
