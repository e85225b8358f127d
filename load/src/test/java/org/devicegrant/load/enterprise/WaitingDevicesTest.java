package org.devicegrant.load.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.app.Gatling$;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.devicegrant.load.stub.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import scala.Console$;

/** The simulation as Gatling starts it by itself. */
@Execution(ExecutionMode.CONCURRENT)
class WaitingDevicesTest {
    @TempDir
    Path directory;

    private static final int ATTEMPTS = 3;

    /** How long it runs is fixed, so a machine that stood still meanwhile is asked again. */
    @Test
    void devicesPollUnderGatlingsOwnStart() throws Exception {
        for (int attempt = 1; !devicesPolled(); attempt++) {
            assertThat(attempt)
                    .as("attempts in which not every device started, or none came to poll")
                    .isLessThan(ATTEMPTS);
        }
    }

    private boolean devicesPolled() throws Exception {
        try (StubServer server = new StubServer()) {
            Path target = Files.writeString(
                    directory.resolve("target.yaml"), """
                    name: stub
                    endpoints: {device_authorization: %s, token: %s}
                    clients: {public: {client_id: tv}}
                    """.formatted(server.uri("/device"), server.uri("/token")));
            System.setProperty("device-grant.target", target.toString());
            System.setProperty("device-grant.devices", "5");
            System.setProperty("device-grant.seconds", "8");
            String[] arguments = {"-s", WaitingDevices.class.getName(), "-rf", directory.toString(), "-nr"};

            Object code = Console$.MODULE$.withOut(
                    OutputStream.nullOutputStream(), () -> Gatling$.MODULE$.fromArgs(arguments));

            assertThat(code).isEqualTo(0);
            // One look before the start with two polls, then five devices that ask once each.
            assertThat(server.count("/device")).isBetween(1, 6);
            return server.count("/device") == 6 && server.count("/token") > 2;
        }
    }
}
