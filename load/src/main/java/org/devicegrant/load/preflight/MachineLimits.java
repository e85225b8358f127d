package org.devicegrant.load.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.run.Connections;

/**
 * What the machine lets a process open. Checked before the start, because running into it looks like a broken server.
 *
 * @param openFiles file descriptors per process, {@link Long#MAX_VALUE} if unknown
 * @param localPorts ports for outgoing connections, {@link Long#MAX_VALUE} if unknown
 * @param heap bytes that this process may use for objects, {@link Long#MAX_VALUE} if there is no limit
 */
public record MachineLimits(long openFiles, long localPorts, long heap) {
    /** The JVM's own files, jars and event loops, and what a report needs. */
    private static final int RESERVE = 400;
    /** Beyond half of the ports to one address, finding a free one takes the kernel milliseconds instead of microseconds. */
    private static final double USABLE_PORTS = 0.5;
    /** What a run needs apart from its devices. */
    private static final long HEAP_RESERVE = 64L << 20;

    private static final int HEAP_PER_DEVICE = 1_500;
    private static final int HEAP_PER_CONNECTION = 4_000;

    /** Those of this process. */
    public static MachineLimits ofThisMachine() {
        return new MachineLimits(
                line("/proc/self/limits", "Max open files")
                        .map(MachineLimits::softLimit)
                        .orElse(Long.MAX_VALUE),
                line("/proc/sys/net/ipv4/ip_local_port_range", "")
                        .map(MachineLimits::ports)
                        .orElse(Long.MAX_VALUE),
                Runtime.getRuntime().maxMemory());
    }

    /** How many devices can take part at all. */
    public int most(Connections connections) {
        long byHeap = (heap - HEAP_RESERVE) / perDevice(connections);
        long most = connections == Connections.OWN
                ? Math.min(openFiles - RESERVE, (long) (localPorts * USABLE_PORTS))
                : Integer.MAX_VALUE;
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.min(byHeap, most)));
    }

    private static int perDevice(Connections connections) {
        return connections == Connections.OWN ? HEAP_PER_CONNECTION : HEAP_PER_DEVICE;
    }

    /**
     * Refuses a run that needs more connections or memory than there can be.
     *
     * @throws LoadRefused with the command that raises the limit
     */
    public void check(int devices, Connections connections) {
        requireHeap(devices, connections);
        if (connections == Connections.OWN) {
            requireConnections(devices);
        }
    }

    private void requireHeap(int devices, Connections connections) {
        long needed = HEAP_RESERVE + (long) devices * perDevice(connections);
        if (needed > heap) {
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT,
                    devices + " devices need about " + megabytes(needed) + " MB of memory, but this process may use "
                            + megabytes(heap) + " MB: give it more with JAVA_OPTS=-Xmx" + megabytes(needed * 2)
                            + "m, or spread the devices over injectors with --shard");
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private void requireConnections(int devices) {
        long files = (long) devices + RESERVE;
        if (files > openFiles) {
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT,
                    devices + " devices with connections of their own need " + files + " open files, but the limit is "
                            + openFiles + ": raise it with \"ulimit -n " + files + "\" in this shell and start again,"
                            + " or use --connections shared");
        }
        long usable = (long) (localPorts * USABLE_PORTS);
        if (devices > usable) {
            throw new LoadRefused(
                    LoadRefused.WRONG_INPUT,
                    devices + " devices with connections of their own need more local ports than the " + usable
                            + " that are quickly found for one destination: raise them with \"sysctl -w"
                            + " net.ipv4.ip_local_port_range='1024 65535'\", spread the devices over injectors with"
                            + " --shard, or use --connections shared");
        }
    }

    private static Optional<String> line(String file, String start) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long softLimit(String line) {
        String value = line.substring("Max open files".length()).strip().split(" +")[0];
        return value.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(value);
    }

    private static long ports(String line) {
        String[] range = line.strip().split("\\s+");
        return Long.parseLong(range[1]) - Long.parseLong(range[0]) + 1;
    }
}
