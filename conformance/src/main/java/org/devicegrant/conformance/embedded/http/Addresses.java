package org.devicegrant.conformance.embedded.http;

/** Where the server is. The port is known only once the door is open; no address may be asked for before. */
public final class Addresses {
    public static final String DEVICE_AUTHORIZATION = "/device_authorization";
    public static final String TOKEN = "/token";
    public static final String KEYS = "/jwks";
    public static final String USERINFO = "/userinfo";
    public static final String INTROSPECTION = "/introspect";
    public static final String REGISTRATION = "/register";
    public static final String PAGES = "/device";

    private final String scheme;
    private final String host;
    private final String path;
    private volatile int port;

    /**
     * Addresses below one issuer.
     *
     * @param scheme {@code http} or {@code https}
     * @param host name or address, as others shall write it
     * @param path of the issuer: empty, or with a leading and no trailing slash
     */
    public Addresses(String scheme, String host, String path) {
        if (!path.isEmpty() && (!path.startsWith("/") || path.endsWith("/"))) {
            throw new IllegalArgumentException("The path of the issuer must be empty or like /tenant");
        }
        this.scheme = scheme;
        this.host = host;
        this.path = path;
    }

    /** Tells the port, once. */
    public void port(int opened) {
        port = opened;
    }

    public int port() {
        return port;
    }

    /** Path of the issuer: empty, or with a leading and no trailing slash. */
    public String path() {
        return path;
    }

    /** The issuer identifier (RFC 8414 section 2). */
    public String issuer() {
        if (port == 0) {
            throw new IllegalStateException("The server has no address before it is started");
        }
        return scheme + "://" + host + ":" + port + path;
    }

    /** Address of something below the issuer. */
    public String of(String suffix) {
        return issuer() + suffix;
    }
}
