package org.devicegrant.load.run;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.TreeMap;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.target.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Whom the generator trusts, as the target file says. Gatling takes this from its configuration alone, which it reads at
 * its start; system properties are the part of it that can differ from run to run.
 */
final class Trust {
    private static final String SSL = "gatling.ssl.";
    /** Protects nothing: certificates of authorities are public. */
    private static final String PASSWORD = "public";

    private Trust() {}

    /**
     * Lets the next start trust so.
     *
     * @param scratch where a key store may be left until the run ends
     * @throws LoadRefused if the CA file cannot be used
     */
    static void apply(Reach reach, Path scratch) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("useInsecureTrustManager", reach.insecure() ? "true" : "false");
        properties.put("enableHostnameVerification", reach.insecure() ? "false" : "true");
        Path caFile = reach.caFile();
        boolean own = caFile != null && !reach.insecure();
        properties.put("trustStore.file", own ? store(caFile, scratch).toString() : "");
        properties.put("trustStore.type", own ? "PKCS12" : "");
        properties.put("trustStore.password", own ? PASSWORD : "");
        properties.forEach((name, value) -> System.setProperty(SSL + name, value));
        ConfigFactory.invalidateCaches();
    }

    private static Path store(@Nullable Path caFile, Path scratch) {
        Path file = scratch.resolve("authorities.p12");
        if (caFile == null) {
            return file;
        }
        try (InputStream in = Files.newInputStream(caFile);
                OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int index = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + index++, certificate);
            }
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new LoadRefused(LoadRefused.WRONG_INPUT, "http.ca_file: " + caFile + ": " + e.getMessage());
        }
    }
}
