package org.devicegrant.conformance.embedded.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Ends TLS in front of the {@link Door} and passes on what is inside. A listener of its own, because it has to look at
 * the first bytes of a connection: those of a request without TLS, or of a handshake that Java refuses to make.
 */
public final class Vestibule implements AutoCloseable {
    private static final int HANDSHAKE = 22;
    private static final int TLS_1_1 = 0x0302;
    /** Up to the version that a ClientHello offers. */
    private static final int LOOKED_AT = 11;

    private final ServerSocket listener;
    private final int inner;
    private final SSLContext context;
    private final boolean plainToo;
    private final boolean oldVersionsToo;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "vestibule");
        thread.setDaemon(true);
        return thread;
    });

    private Vestibule(ServerSocket listener, int inner, SSLContext context, boolean plainToo, boolean oldVersionsToo) {
        this.listener = listener;
        this.inner = inner;
        this.context = context;
        this.plainToo = plainToo;
        this.oldVersionsToo = oldVersionsToo;
    }

    /**
     * Opens it in front of a door.
     *
     * @param port to listen on; 0 for any free one
     * @param plainToo whether requests without TLS are passed on, too
     * @param oldVersionsToo whether TLS 1.0 and 1.1 are agreed to
     * @throws IllegalStateException if the port is taken
     */
    public static Vestibule open(
            int port, Door door, Certificate certificate, boolean plainToo, boolean oldVersionsToo) {
        try {
            ServerSocket listener = new ServerSocket(port, 100, InetAddress.getByName(Door.LOOPBACK));
            Vestibule vestibule = new Vestibule(listener, door.port(), certificate.context(), plainToo, oldVersionsToo);
            vestibule.threads.execute(vestibule::accept);
            return vestibule;
        } catch (IOException e) {
            throw new IllegalStateException("The embedded server cannot listen on port " + port, e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket outer = listener.accept();
                open.add(outer);
                threads.execute(() -> serve(outer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket outer) {
        try (outer) {
            byte[] first = outer.getInputStream().readNBytes(1);
            boolean tls = first.length == 1 && first[0] == HANDSHAKE;
            if (!tls) {
                passOnPlain(outer, first);
                return;
            }
            byte[] hello = outer.getInputStream().readNBytes(LOOKED_AT - 1);
            byte[] seen = new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(hello))
                    .readAllBytes();
            if (oldVersionsToo && offered(seen) <= TLS_1_1) {
                outer.getOutputStream().write(agreement(offered(seen)));
                return;
            }
            try (SSLSocket inside =
                    (SSLSocket) context.getSocketFactory().createSocket(outer, new ByteArrayInputStream(seen), true)) {
                inside.setUseClientMode(false);
                join(inside, inside.getInputStream());
            }
        } catch (IOException hungUp) {
            // A client may hang up at any time.
            return;
        } finally {
            open.remove(outer);
        }
    }

    private void passOnPlain(Socket outer, byte[] first) throws IOException {
        if (plainToo && first.length == 1) {
            join(outer, new SequenceInputStream(new ByteArrayInputStream(first), outer.getInputStream()));
        }
    }

    private static int offered(byte[] hello) {
        return hello.length < LOOKED_AT ? 0xffff : (hello[9] & 0xff) << 8 | (hello[10] & 0xff);
    }

    /** A ServerHello (RFC 4346 section 7.4.1.3) without extensions: version, random, no session, one cipher suite. */
    private static byte[] agreement(int version) {
        byte[] record = new byte[5 + 4 + 38];
        record[0] = HANDSHAKE;
        record[1] = 3;
        record[2] = (byte) version;
        record[4] = 4 + 38;
        record[5] = 2;
        record[8] = 38;
        record[9] = 3;
        record[10] = (byte) version;
        record[45] = 0x2f;
        return record;
    }

    /** Copies both ways until either side ends. */
    private void join(Socket outer, InputStream fromOuter) throws IOException {
        try (Socket door = new Socket(Door.LOOPBACK, inner)) {
            threads.execute(() -> copy(fromOuter, door));
            door.getInputStream().transferTo(outer.getOutputStream());
        }
    }

    private static void copy(InputStream from, Socket door) {
        try {
            from.transferTo(door.getOutputStream());
            door.shutdownOutput();
        } catch (IOException hungUp) {
            // The other direction ends the connection.
            return;
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a loopback socket cannot be closed", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
