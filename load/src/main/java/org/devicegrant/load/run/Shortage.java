package org.devicegrant.load.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What this machine may run out of while it sends, which looks like a server that does not answer. */
public enum Shortage {
    FILES("too many open files", "raise the limit with \"ulimit -n\" in this shell, or use --connections shared"),
    PORTS(
            "no port left for another connection",
            "raise their number with \"sysctl -w net.ipv4.ip_local_port_range='1024 65535'\", spread the devices over"
                    + " injectors with --shard, or keep connections (--connections shared or own)"),
    MEMORY(
            "no memory left for another request",
            "give the generator more with JAVA_OPTS=-Xmx4g, or spread the devices over injectors with --shard");

    private final String reason;
    private final String way;

    Shortage(String reason, String way) {
        this.reason = reason;
        this.way = way;
    }

    /** The reason under which such a request is counted. */
    public String reason() {
        return reason;
    }

    /** The way out, as the end of a sentence. */
    public String way() {
        return way;
    }

    /** The shortage that the text of an error tells of. */
    static Optional<Shortage> in(String error) {
        String text = error.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(shortage -> switch (shortage) {
                    case FILES -> text.contains("too many open files");
                    case PORTS -> text.contains("cannot assign requested address");
                    case MEMORY ->
                        text.contains("outofmemory")
                                || text.contains("outofdirectmemory")
                                || text.contains("direct memory")
                                || text.contains("direct buffer memory")
                                || text.contains("java heap space");
                })
                .findFirst();
    }
}
