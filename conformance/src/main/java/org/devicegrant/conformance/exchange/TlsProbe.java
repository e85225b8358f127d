package org.devicegrant.conformance.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Asks one TLS server which versions it takes and whom its certificate names. Nothing is sent after the handshake. */
public final class TlsProbe {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;

    private final String host;
    private final int port;
    private final Duration patience;
    private final SSLContext trusting;
    private final SSLContext verifying;

    /**
     * @param address whose host and port are asked
     * @param caFile PEM certificates to trust instead of Java's, or null
     * @throws IOException if the CA file cannot be used
     */
    public TlsProbe(URI address, @Nullable Path caFile, Duration patience) throws IOException {
        this.host = address.getHost();
        this.port = address.getPort() < 0 ? 443 : address.getPort();
        this.patience = patience;
        this.trusting = Tls.context(null, true);
        this.verifying = Tls.context(caFile, false);
    }

    /** How a server answers the offer of a version. */
    public enum Reply {
        /** It agrees to that version or an older one. */
        ACCEPTED,
        REFUSED,
        /** It cannot be reached, or says nothing. */
        NONE
    }

    /** How a certificate looks to a client. */
    public enum Trust {
        TRUSTED,
        UNKNOWN_AUTHORITY,
        WRONG_NAME,
        EXPIRED,
        /** Some other fault of the chain. */
        BROKEN,
        /** No handshake got that far. */
        UNSEEN
    }

    /** What a server says to a client that knows only this version. */
    public Reply offer(TlsVersion version) {
        try (Socket socket = connected()) {
            return version.number() < TlsVersion.TLS_1_2.number() ? byHand(socket, version) : byJava(socket, version);
        } catch (SocketTimeoutException e) {
            return Reply.NONE;
        } catch (SSLException | EOFException e) {
            return Reply.REFUSED;
        } catch (IOException e) {
            return e instanceof java.net.ConnectException ? Reply.NONE : Reply.REFUSED;
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Reply byHand(Socket socket, TlsVersion version) throws IOException {
        socket.getOutputStream().write(ClientHello.offering(version, host));
        socket.getOutputStream().flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int type = in.readUnsignedByte();
        in.readUnsignedShort();
        in.readUnsignedShort();
        if (type == HANDSHAKE && in.readUnsignedByte() == SERVER_HELLO) {
            in.skipBytes(3);
            return in.readUnsignedShort() <= version.number() ? Reply.ACCEPTED : Reply.REFUSED;
        }
        return type == ALERT ? Reply.REFUSED : Reply.NONE;
    }

    private Reply byJava(Socket socket, TlsVersion version) throws IOException {
        try (SSLSocket tls = (SSLSocket) trusting.getSocketFactory().createSocket(socket, host, port, true)) {
            tls.setEnabledProtocols(new String[] {version.javaName()});
            tls.startHandshake();
            return Reply.ACCEPTED;
        }
    }

    /** How the certificate looks to a client that knows the authorities of Java or of the CA file. */
    public Trust trust() {
        try (Socket socket = connected();
                SSLSocket tls = (SSLSocket) verifying.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return Trust.TRUSTED;
        } catch (IOException e) {
            return fault(e);
        }
    }

    private static Trust fault(IOException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (t instanceof CertificateExpiredException || t instanceof CertificateNotYetValidException) {
                return Trust.EXPIRED;
            } else if (message.contains("unable to find valid certification path")) {
                return Trust.UNKNOWN_AUTHORITY;
            } else if (message.contains("subject alternative") || message.startsWith("No name matching")) {
                return Trust.WRONG_NAME;
            } else if (t instanceof java.security.GeneralSecurityException) {
                return t.getCause() == null ? Trust.BROKEN : fault(new IOException(t.getCause()));
            }
        }
        return Trust.UNSEEN;
    }

    /** When the server's own certificate ends; null if no handshake got that far. */
    public @Nullable Instant certificateEnd() {
        try (Socket socket = connected();
                SSLSocket tls = (SSLSocket) trusting.getSocketFactory().createSocket(socket, host, port, true)) {
            tls.startHandshake();
            Certificate own = tls.getSession().getPeerCertificates()[0];
            return own instanceof X509Certificate x509 ? x509.getNotAfter().toInstant() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** For people. */
    public String where() {
        return host + ":" + port;
    }
}
