package org.devicegrant.conformance.embedded.http.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * Stands in front of a TLS server and agrees to TLS 1.1 or older in its stead, since this Java runtime refuses to.
 * Whoever offers something newer is connected through.
 */
public final class OldHello implements AutoCloseable {
    private static final int HANDSHAKE = 22;
    private static final int TLS_1_1 = 0x0302;
    private static final int RECORD_HEADER = 5;
    private static final int VERSION_AT = 4;
    private static final int SESSION_AT = 38;
    private static final int LARGEST_HELLO = 1 << 14;

    private final ServerSocket listening;
    private final int behind;

    private OldHello(ServerSocket listening, int behind) {
        this.listening = listening;
        this.behind = behind;
    }

    /** Listens on {@code port} (0 for any) in front of {@code behind}, both on the loopback interface. */
    public static OldHello open(int port, int behind) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            OldHello front = new OldHello(socket, behind);
            daemon(front::accept);
            return front;
        } catch (IOException taken) {
            throw new IllegalStateException("The embedded server cannot listen on port " + port, taken);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        quietly(listening);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            quietly(listening);
        }
    }

    private void serve(Socket client) {
        try {
            DataInputStream in = new DataInputStream(client.getInputStream());
            byte[] header = in.readNBytes(RECORD_HEADER);
            if (header.length < RECORD_HEADER) {
                quietly(client);
                return;
            }
            int length = Math.min(ByteBuffer.wrap(header).getShort(3) & 0xFFFF, LARGEST_HELLO);
            byte[] hello = header[0] == HANDSHAKE ? in.readNBytes(length) : new byte[0];
            boolean old = hello.length > SESSION_AT && ByteBuffer.wrap(hello).getShort(VERSION_AT) <= TLS_1_1;
            if (old) {
                client.getOutputStream().write(agreement(hello));
                quietly(client);
            } else {
                connectThrough(client, header, hello);
            }
        } catch (IOException gone) {
            quietly(client);
        }
    }

    /** A ServerHello for the version and the first cipher suite that were offered. */
    private static byte[] agreement(byte[] hello) {
        int suites = SESSION_AT + 1 + (hello[SESSION_AT] & 0xFF) + 2;
        ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + 42);
        short version = ByteBuffer.wrap(hello).getShort(VERSION_AT);
        record.put((byte) HANDSHAKE).putShort(version).putShort((short) 42);
        record.put((byte) 2).put((byte) 0).putShort((short) 38);
        record.putShort(version).put(new byte[32]).put((byte) 0);
        record.put(hello[suites]).put(hello[suites + 1]).put((byte) 0);
        return record.array();
    }

    private void connectThrough(Socket client, byte[] header, byte[] hello) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
        server.getOutputStream().write(header);
        server.getOutputStream().write(hello);
        daemon(() -> carry(client, server));
        carry(server, client);
    }

    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException gone) {
            quietly(from);
        } finally {
            quietly(to);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "old-hello");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception broken) {
            // What is broken already cannot be closed any better.
        }
    }
}
