package org.devicegrant.conformance.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.devicegrant.reports.model.RunReport;

/** What the harness is. */
public final class Tools {
    public static final String NAME = "device-grant";

    private Tools() {}

    /** What runs, for reports. */
    public static RunReport.Tool described(String catalogue, String browser) {
        String java = System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
        return new RunReport.Tool(NAME, version(), catalogue, java, browser);
    }

    /** Version of this build. */
    public static String version() {
        try (InputStream in = Tools.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
