package org.devicegrant.conformance.check;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.devicegrant.conformance.flow.Clock;

/**
 * A bad network in front of a server: every connection carries one request, and now and then something happens to it.
 * What happens follows from the seed and the number of the connection. Works on bytes, because what is to be shown here
 * are the cuts and resets that no HTTP library makes.
 */
final class FaultProxy implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final String GATEWAY = "HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: 26\r\n"
            + "Connection: close\r\n\r\n<html>Bad gateway.</html>\r\n";
    private static final String[] STATUSES = {"502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout"};
    private static final int MOST_IN_A_BURST = 5;
    private static final int LONGEST_DELAY_MS = 2_500;

    private final ServerSocket listener;
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final Clock clock = Clock.system();
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private final Random random;
    private final int oneIn;
    private volatile int upstream;
    private int burst;
    private int spared;
    private int requests;

    /**
     * @param oneIn how many requests come through for each that does not
     * @param spared how many requests come through before the network turns bad
     */
    FaultProxy(long seed, int oneIn, int spared) {
        this.random = new Random(seed);
        this.oneIn = oneIn;
        this.spared = spared;
        try {
            listener = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Begins to let requests through. */
    void openTo(int port) {
        upstream = port;
        connections.submit(this::accept);
    }

    /** How often each fault has happened. */
    synchronized Map<Fault, Integer> counts() {
        return new EnumMap<>(counts);
    }

    /** How many requests have come in whole. */
    synchronized int requests() {
        return requests;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.submit(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private synchronized Fault next() {
        Fault fault = Fault.NONE;
        if (spared > 0) {
            spared--;
        } else if (burst > 0) {
            burst--;
            fault = Fault.GATEWAY_DOWN;
        } else if (random.nextInt(oneIn) == 0) {
            fault = Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
            burst = fault == Fault.GATEWAY_DOWN ? random.nextInt(MOST_IN_A_BURST) : 0;
        }
        counts.merge(fault, 1, Integer::sum);
        return fault;
    }

    private synchronized int upTo(int bound) {
        return random.nextInt(Math.max(1, bound));
    }

    private void serve(Socket client) {
        try (client) {
            Fault fault = next();
            if (fault == Fault.REFUSED) {
                reset(client);
                return;
            }
            byte[] request = request(new BufferedInputStream(client.getInputStream()));
            if (request.length > 0) {
                count();
                serve(client, request, fault);
            }
        } catch (IOException gone) {
            // The other side has had enough.
            return;
        }
    }

    private synchronized void count() {
        requests++;
    }

    private void serve(Socket client, byte[] request, Fault fault) throws IOException {
        OutputStream out = client.getOutputStream();
        switch (fault) {
            case REQUEST_LOST -> reset(client);
            case GATEWAY_DOWN -> out.write(gateway());
            case GATEWAY_IMPATIENT -> {
                answer(request);
                out.write(gateway());
            }
            case ANSWER_LOST -> {
                answer(request);
                reset(client);
            }
            case EMPTY -> answer(request);
            case REQUEST_LATE -> {
                clock.sleep(Duration.ofMillis(upTo(LONGEST_DELAY_MS)));
                out.write(answer(request));
            }
            case ANSWER_LATE -> {
                byte[] answer = answer(request);
                clock.sleep(Duration.ofMillis(upTo(LONGEST_DELAY_MS)));
                out.write(answer);
            }
            case TRUNCATED -> out.write(part(answer(request)));
            case HALF_CLOSED -> {
                out.write(part(answer(request)));
                client.shutdownOutput();
                clock.sleep(Duration.ofMillis(upTo(LONGEST_DELAY_MS)));
            }
            case DUPLICATED -> {
                byte[] answer = answer(request);
                out.write(answer);
                out.write(answer);
            }
            case DRIPPING -> drip(out, answer(request));
            default -> out.write(answer(request));
        }
    }

    private byte[] gateway() {
        return String.format(Locale.ROOT, GATEWAY, STATUSES[upTo(STATUSES.length)])
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] part(byte[] answer) {
        return Arrays.copyOf(answer, upTo(answer.length));
    }

    private void drip(OutputStream out, byte[] answer) throws IOException {
        int piece = 1 + answer.length / 10;
        for (int from = 0; from < answer.length; from += piece) {
            out.write(answer, from, Math.min(piece, answer.length - from));
            out.flush();
            clock.sleep(Duration.ofMillis(50));
        }
    }

    /** Closes with a reset and not with an end. */
    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    /** One whole request; empty if the other side went away before. */
    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int wanted = Integer.MAX_VALUE;
        while (read.size() < wanted) {
            int octet = in.read();
            if (octet < 0) {
                return new byte[0];
            }
            read.write(octet);
            if (octet == '\n' && wanted == Integer.MAX_VALUE) {
                String head = read.toString(StandardCharsets.ISO_8859_1);
                if (head.endsWith("\r\n\r\n")) {
                    Matcher length = LENGTH.matcher(head);
                    wanted = read.size() + (length.find() ? Integer.parseInt(length.group(1)) : 0);
                }
            }
        }
        return read.toByteArray();
    }

    /** What the server says; it has to close the connection after each answer. */
    private byte[] answer(byte[] request) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            server.getOutputStream().write(request);
            return server.getInputStream().readAllBytes();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.shutdownNow();
        }
    }
}
