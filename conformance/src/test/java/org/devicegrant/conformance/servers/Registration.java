package org.devicegrant.conformance.servers;

/** The clients and users that every known server registers under the same names, and the target file that tells so. */
public final class Registration {

    /** Public client, used by most checks. */
    public static final String PUBLIC = "tv-public";

    /** Second public client. */
    public static final String OTHER = "tv-other";

    /** Client with a secret, presented by HTTP Basic. */
    public static final String CONFIDENTIAL = "tv-confidential";

    /** Secret of {@link #CONFIDENTIAL}. */
    public static final String SECRET = "a-secret-of-the-set-top-box";

    /** Client known to the server, but not registered for the device grant. */
    public static final String WITHOUT_GRANT = "tv-nogrant";

    /** Client that authenticates by a signed assertion. */
    public static final String SIGNING = "tv-jwt";

    /** The user who decides. */
    public static final String ALICE = "alice";

    /** Somebody else. */
    public static final String BOB = "bob";

    /** Password of both users. */
    public static final String PASSWORD = "password";

    /** A scope that every client may ask for. */
    public static final String SCOPE = "profile";

    static final String JWK_FILE = "tv-jwt.jwk";

    private Registration() {}

    static String targetYaml(String name, String issuer) {
        return """
                name: %s
                issuer: %s
                scope: %s
                clients:
                  public: {client_id: %s}
                  other: {client_id: %s}
                  confidential: {client_id: %s, client_secret: %s, auth_method: client_secret_basic}
                  without_grant: {client_id: %s}
                  private_key_jwt: {client_id: %s, jwk_file: %s, alg: RS256}
                users:
                  - {username: %s, password: %s}
                  - {username: %s, password: %s}
                """.formatted(
                        name,
                        issuer,
                        SCOPE,
                        PUBLIC,
                        OTHER,
                        CONFIDENTIAL,
                        SECRET,
                        WITHOUT_GRANT,
                        SIGNING,
                        JWK_FILE,
                        ALICE,
                        PASSWORD,
                        BOB,
                        PASSWORD);
    }
}
