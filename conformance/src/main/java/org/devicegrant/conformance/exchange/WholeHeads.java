package org.devicegrant.conformance.exchange;

import java.io.IOException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.config.MessageConstraints;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.impl.conn.DefaultHttpResponseParserFactory;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.HttpMessageParserFactory;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;
import org.apache.http.util.CharArrayBuffer;

/**
 * Takes a head for an answer only if it ends. The client reads a connection that breaks off in the middle of the header
 * fields as an answer with fewer fields and no body, and a server would be blamed for what a network has done.
 */
@SuppressWarnings("deprecation")
final class WholeHeads {
    private WholeHeads() {}

    /** Connections of the client below Rest Assured. */
    static BasicClientConnectionManager connections(SchemeRegistry schemes) {
        return new BasicClientConnectionManager(schemes) {
            @Override
            protected ClientConnectionOperator createConnectionOperator(SchemeRegistry known) {
                return new DefaultClientConnectionOperator(known) {
                    @Override
                    public OperatedClientConnection createConnection() {
                        return new StrictConnection();
                    }
                };
            }
        };
    }

    /** Parsers of connections that are used without a client. */
    static HttpMessageParserFactory<HttpResponse> parsers() {
        return (buffer, constraints) -> DefaultHttpResponseParserFactory.INSTANCE.create(
                new Head(buffer), constraints == null ? MessageConstraints.DEFAULT : constraints);
    }

    private static final class StrictConnection extends DefaultClientConnection {
        @Override
        protected HttpMessageParser<HttpResponse> createResponseParser(
                SessionInputBuffer buffer, HttpResponseFactory factory, HttpParams params) {
            return new DefaultHttpResponseParser(new Head(buffer), null, factory, params);
        }
    }

    /** A head while it is read line by line. */
    private static final class Head implements SessionInputBuffer {
        private final SessionInputBuffer buffer;
        private boolean begun;

        Head(SessionInputBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public int readLine(CharArrayBuffer line) throws IOException {
            int read = buffer.readLine(line);
            if (read < 0 && begun) {
                throw new ConnectionClosedException("the connection was closed within the header fields");
            }
            begun = read > 0 && (begun || line.toString().startsWith("HTTP/"));
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return buffer.read(bytes, from, length);
        }

        @Override
        public int read(byte[] bytes) throws IOException {
            return buffer.read(bytes);
        }

        @Override
        public int read() throws IOException {
            return buffer.read();
        }

        @Override
        public String readLine() throws IOException {
            return buffer.readLine();
        }

        @Override
        public boolean isDataAvailable(int timeout) throws IOException {
            return buffer.isDataAvailable(timeout);
        }

        @Override
        public HttpTransportMetrics getMetrics() {
            return buffer.getMetrics();
        }
    }
}
