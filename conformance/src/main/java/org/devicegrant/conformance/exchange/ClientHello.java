package org.devicegrant.conformance.exchange;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The first message of a TLS handshake, written by hand (RFC 4346 section 7.4.1.2): Java refuses to offer the versions
 * that have been given up, and the server's first answer tells enough.
 */
final class ClientHello {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int TLS_1_0 = 0x0301;

    /** What servers of that time had in common: RSA and (EC)DHE with AES or 3DES, in CBC mode with SHA-1. */
    private static final int[] CIPHER_SUITES = {
        0xc014, 0xc00a, 0xc013, 0xc009, 0x0039, 0x0033, 0x0035, 0x002f, 0xc012, 0xc008, 0x0016, 0x000a, 0x00ff
    };

    private static final int[] GROUPS = {0x001d, 0x0017, 0x0018, 0x0019};

    private ClientHello() {}

    /** One record that offers {@code version} and nothing newer. */
    static byte[] offering(TlsVersion version, String host) {
        byte[] hello = body(version, host);
        return write(record -> {
            record.writeByte(HANDSHAKE);
            record.writeShort(TLS_1_0);
            record.writeShort(hello.length + 4);
            record.writeByte(CLIENT_HELLO);
            record.writeByte(0);
            record.writeShort(hello.length);
            record.write(hello);
        });
    }

    private static byte[] body(TlsVersion version, String host) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        byte[] extensions = extensions(host);
        return write(hello -> {
            hello.writeShort(version.number());
            hello.write(random);
            hello.writeByte(0);
            hello.writeShort(2 * CIPHER_SUITES.length);
            for (int suite : CIPHER_SUITES) {
                hello.writeShort(suite);
            }
            hello.writeByte(1);
            hello.writeByte(0);
            hello.writeShort(extensions.length);
            hello.write(extensions);
        });
    }

    /** Server name (RFC 6066 section 3), elliptic curves and point formats (RFC 4492 section 5.1). */
    private static byte[] extensions(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        return write(extensions -> {
            if (!host.matches("[0-9.]+|.*:.*")) {
                extensions.writeShort(0);
                extensions.writeShort(name.length + 5);
                extensions.writeShort(name.length + 3);
                extensions.writeByte(0);
                extensions.writeShort(name.length);
                extensions.write(name);
            }
            extensions.writeShort(10);
            extensions.writeShort(2 + 2 * GROUPS.length);
            extensions.writeShort(2 * GROUPS.length);
            for (int group : GROUPS) {
                extensions.writeShort(group);
            }
            extensions.writeShort(11);
            extensions.writeShort(2);
            extensions.writeShort(0x0100);
        });
    }

    /** Something that is written byte by byte. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
