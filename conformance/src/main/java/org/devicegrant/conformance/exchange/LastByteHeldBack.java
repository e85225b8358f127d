package org.devicegrant.conformance.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.http.entity.ByteArrayEntity;

/** A body whose last byte waits for the others'. */
final class LastByteHeldBack extends ByteArrayEntity {
    private final Gate gate;
    private final HttpOptions options;
    private final Ticker ticker;
    private volatile long released;

    LastByteHeldBack(String body, Gate gate, HttpOptions options, Ticker ticker) {
        super(body.getBytes(StandardCharsets.UTF_8));
        this.gate = gate;
        this.options = options;
        this.ticker = ticker;
    }

    long released() {
        return released;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        super.writeTo(all);
        byte[] bytes = all.toByteArray();
        out.write(bytes, 0, bytes.length - 1);
        out.flush();
        gate.pass(options.whole().toMillis());
        released = ticker.nanos();
        out.write(bytes, bytes.length - 1, 1);
    }
}
