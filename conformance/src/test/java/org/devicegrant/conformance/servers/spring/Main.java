package org.devicegrant.conformance.servers.spring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.devicegrant.conformance.servers.spring.SpringOptions.Store;

/** The server by itself, for those who want to look at it or to load it. */
public final class Main {

    private Main() {}

    /**
     * {@code memory|jdbc DIRECTORY}: writes a target file into the directory and serves until standard input is closed. Codes
     * and tokens live for ten minutes.
     */
    public static void main(String[] arguments) throws IOException {
        Store store = Store.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        SpringOptions options = (store == Store.JDBC ? SpringOptions.jdbc() : SpringOptions.inMemory())
                .codesLiveFor(Duration.ofMinutes(10))
                .tokensLiveFor(Duration.ofMinutes(10));
        try (SpringServer server = SpringServer.start(options)) {
            server.targetFile(Path.of(arguments[1]));
            System.in.transferTo(System.out);
        }
    }
}
