package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.util.function.Consumer;
import org.devicegrant.conformance.embedded.http.ServerClock;

/** A server for one test, with a clock that can be moved. */
record Running(EmbeddedServer server, Wire wire) implements AutoCloseable {
    static Running conforming() {
        return with(behaviour -> {});
    }

    static Running with(Consumer<Behaviour> install) {
        Behaviour behaviour = new Behaviour();
        behaviour.transport().threads(40);
        install.accept(behaviour);
        EmbeddedServer server = EmbeddedServer.start(behaviour);
        return new Running(server, new Wire(server));
    }

    /** A server whose time only passes when it is skipped, however long this machine takes between two requests. */
    static Running stopped(Consumer<Behaviour> install) {
        return with(behaviour -> {
            behaviour.transport().clock(ServerClock.faster(Double.MIN_VALUE));
            install.accept(behaviour);
        });
    }

    void skip(Duration ahead) {
        server.behaviour().transport().clock().skip(ahead);
    }

    void skipSeconds(long seconds) {
        skip(Duration.ofSeconds(seconds));
    }

    /** Starts, and approves as alice. */
    Wire.Reply approved() {
        Wire.Reply started = wire.start();
        new Browser().approve(started, "alice");
        return started;
    }

    @Override
    public void close() {
        server.close();
    }
}
