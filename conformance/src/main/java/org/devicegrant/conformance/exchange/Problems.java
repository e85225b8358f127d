package org.devicegrant.conformance.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.ProtocolException;
import org.apache.http.conn.ConnectTimeoutException;

/** Says in one sentence why no answer came. Names host and port, never a header or a body. */
final class Problems {
    private Problems() {}

    static String describe(Throwable thrown, Request request, boolean aborted, HttpOptions options) {
        String where = request.url().getScheme() + "://" + hostAndPort(request);
        if (aborted) {
            return where + " did not finish its answer within "
                    + options.whole().toSeconds() + " s";
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String known = known(t, where, options);
            if (known != null) {
                return known;
            }
        }
        return where + " could not be asked (" + thrown.getClass().getSimpleName() + ")";
    }

    /** Without user info, which may be a credential. */
    private static String hostAndPort(Request request) {
        int port = request.url().getPort();
        return request.url().getHost() + (port < 0 ? "" : ":" + port);
    }

    private static @org.jspecify.annotations.Nullable String known(Throwable t, String where, HttpOptions options) {
        if (t instanceof UnknownHostException) {
            return where + " has a host name that cannot be resolved";
        } else if (t instanceof ConnectTimeoutException) {
            return where + " did not accept a connection within "
                    + options.connect().toSeconds() + " s";
        } else if (t instanceof NoRouteToHostException) {
            return where + " cannot be reached: no route to the host";
        } else if (t instanceof ConnectException) {
            return where + " refused the connection: nothing listens there";
        } else if (t instanceof SocketTimeoutException) {
            return where + " did not answer within " + options.whole().toSeconds() + " s";
        } else if (t instanceof SSLHandshakeException
                && String.valueOf(t.getMessage()).contains("PKIX")) {
            return where + " has a certificate from an unknown authority; name its CA in http.ca_file";
        } else if (t instanceof SSLException) {
            return where + " failed the TLS handshake";
        } else if (t instanceof MessageConstraintException
                || (t instanceof IOException && String.valueOf(t.getMessage()).contains("limit exceeded"))) {
            return where + " sent a longer head than any client reads";
        } else if (t instanceof NoHttpResponseException) {
            return where + " closed the connection without an answer";
        } else if (t instanceof ProtocolException) {
            return where + " does not speak HTTP there";
        } else if (t instanceof SocketException) {
            return where + " broke the connection";
        } else if (t instanceof IOException && String.valueOf(t.getMessage()).contains("Content-Encoding")) {
            return where + " sent a body that does not match its Content-Encoding";
        } else if (t instanceof org.apache.http.ConnectionClosedException) {
            return where + " ended its answer early";
        }
        return null;
    }
}
