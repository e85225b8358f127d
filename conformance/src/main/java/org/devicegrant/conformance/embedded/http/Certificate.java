package org.devicegrant.conformance.embedded.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Self-signed certificates of the embedded server. Java makes certificates by its {@code keytool} only, so they are made
 * when first needed and shared by all servers of the process.
 */
public enum Certificate {
    /** For the loopback interface, and valid for a year. */
    VALID("san=ip:127.0.0.1,dns:localhost", "-0d", 365),
    /** For somebody else. */
    FOR_ANOTHER_HOST("san=dns:other.example", "-0d", 365),
    /** Ended ten days ago. */
    EXPIRED("san=ip:127.0.0.1,dns:localhost", "-20d", 10);

    private static final String PASSWORD = "no-secret";
    private static final String ALIAS = "server";
    private static final int PATIENCE_SECONDS = 60;

    private final List<String> options;
    private @Nullable KeyStore keys;

    Certificate(String names, String start, int days) {
        this.options = List.of("-ext", names, "-startdate", start, "-validity", String.valueOf(days));
    }

    /** A context for the server's side. */
    SSLContext context() {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The embedded server cannot talk TLS", e);
        }
    }

    /** The certificate in PEM: who trusts it trusts the server. */
    public String pem() {
        try {
            byte[] encoded = keys().getCertificate(ALIAS).getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The embedded server cannot show its certificate", e);
        }
    }

    private synchronized KeyStore keys() {
        if (keys == null) {
            keys = make();
        }
        return keys;
    }

    private KeyStore make() {
        try {
            Path directory = Files.createTempDirectory("embedded-tls");
            Path file = directory.resolve("server.p12");
            try {
                keytool(file);
                KeyStore store = KeyStore.getInstance("PKCS12");
                try (InputStream in = Files.newInputStream(file)) {
                    store.load(in, PASSWORD.toCharArray());
                }
                return store;
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(directory);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The embedded server cannot make a certificate; it needs a JDK's keytool", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a certificate was made", e);
        }
    }

    private void keytool(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-dname", "CN=Embedded server", "-storetype", "PKCS12", "-keystore", file.toString()));
        command.addAll(List.of("-storepass", PASSWORD));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool made no certificate");
        }
    }
}
