package org.devicegrant.conformance.exchange;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads bodies within bounds, compressed ones too: a small body may unpack to an enormous one. */
final class Bodies {
    private Bodies() {}

    record Read(byte[] bytes, boolean cut) {}

    static Read read(Response response, int most) throws IOException {
        byte[] raw = response.asByteArray();
        byte[] bytes = raw == null ? new byte[0] : raw;
        String coding = coding(response.header("Content-Encoding"));
        if (bytes.length == 0 || coding.isEmpty() || coding.equals("identity")) {
            return new Read(bytes, false);
        }
        try (InputStream in = unpacked(coding, bytes)) {
            byte[] unpacked = in.readNBytes(most + 1);
            return unpacked.length > most
                    ? new Read(java.util.Arrays.copyOf(unpacked, most), true)
                    : new Read(unpacked, false);
        } catch (IOException e) {
            throw new IOException("the body is labelled Content-Encoding: " + coding + " and is not", e);
        }
    }

    private static String coding(@Nullable String header) {
        return header == null ? "" : header.trim().toLowerCase(Locale.ROOT);
    }

    private static InputStream unpacked(String coding, byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            default -> throw new IOException("unknown content coding");
        };
    }
}
