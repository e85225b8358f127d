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

    @Test
    void devicesPollUnderGatlingsOwnStart() throws Exception {
        try (StubServer server = new StubServer()) {
            Path target = Files.writeString(
                    directory.resolve("target.yaml"), """
                    name: stub
                    endpoints: {device_authorization: %s, token: %s}
                    clients: {public: {client_id: tv}}
                    """.formatted(server.uri("/device"), server.uri("/token")));
            System.setProperty("device-grant.target", target.toString());
            System.setProperty("device-grant.devices", "5");
            System.setProperty("device-grant.seconds", "6");
            String[] arguments = {"-s", WaitingDevices.class.getName(), "-rf", directory.toString(), "-nr"};

            Object code = Console$.MODULE$.withOut(
                    OutputStream.nullOutputStream(), () -> Gatling$.MODULE$.fromArgs(arguments));

            assertThat(code).isEqualTo(0);
            // Two looks before the start, then five devices.
            assertThat(server.count("/device")).isEqualTo(6);
            assertThat(server.count("/token")).isGreaterThan(2);
        }
    }
}
