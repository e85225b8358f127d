package org.devicegrant.conformance.servers;

/** Which version of a server is wanted: the one pinned in its script, unless the command line says otherwise. */
final class Version {

    private Version() {}

    /**
     * What the script is told: the system property {@code NAME.version}, or {@code latest} where {@code -Dlatest} is given, or
     * nothing.
     */
    static String wanted(String server) {
        String latest = System.getProperty("latest") == null ? "" : "latest";
        return System.getProperty(server + ".version", latest);
    }
}
