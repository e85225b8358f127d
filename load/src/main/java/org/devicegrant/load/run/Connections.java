package org.devicegrant.load.run;

import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.Locale;

/** How devices use connections: two different questions to a server, and the third is its worst case. */
public enum Connections {
    /** A pool shared by all devices: what a gateway in front of the server makes of many devices. */
    SHARED,
    /** One kept open per device: what many devices at home are. */
    OWN,
    /** A new one for each request: devices that close at once, or a server that does. */
    CLOSED;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    HttpProtocolBuilder apply(HttpProtocolBuilder protocol) {
        return switch (this) {
            case SHARED -> protocol.shareConnections();
            case OWN -> protocol;
            case CLOSED -> protocol.connectionHeader("close");
        };
    }
}
