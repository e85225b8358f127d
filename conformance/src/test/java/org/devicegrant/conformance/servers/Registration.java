package org.devicegrant.conformance.servers;

import java.util.Set;

/** The clients and users that every known server registers under the same names, and the target file that tells so. */
public final class Registration {

    /** Public client, used by most checks. */
    public static final String PUBLIC = "tv-public";

    /** Name of {@link #PUBLIC} on the pages that people see. */
    public static final String NAME = "Living room television";

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

    /** Client whose secret, {@link #SPECIAL_SECRET}, is another one when it is form-encoded. */
    public static final String SPECIAL = "tv-special";

    /** Secret of {@link #SPECIAL}. */
    public static final String SPECIAL_SECRET = "100% a+b & c=d";

    /** Client that nobody misses when guessing at {@link #GUESSED_SECRET} has locked it out. */
    public static final String DISPOSABLE = "tv-disposable";

    /** Secret of {@link #DISPOSABLE}. */
    public static final String GUESSED_SECRET = "a-secret-to-be-guessed-at";

    /** The user who decides. */
    public static final String ALICE = "alice";

    /** Somebody else. */
    public static final String BOB = "bob";

    /** Password of both users. */
    public static final String PASSWORD = "password";

    /** The scopes that every device client may ask for. */
    public static final Set<String> SCOPES = Set.of("profile", "email");

    static final String JWK_FILE = "tv-jwt.jwk";

    private Registration() {}

    static String targetYaml(KnownServer server) {
        return """
                name: %s
                issuer: %s
                scope: %s
                narrow_scope: %s
                forbidden_scope: administration
                clients:
                  public: {client_id: tv-public, name: %s}
                  other: {client_id: tv-other}
                  confidential: {client_id: tv-confidential, client_secret: %s, auth_method: client_secret_basic}
                  without_grant: {client_id: tv-nogrant}
                  private_key_jwt: {client_id: tv-jwt, jwk_file: tv-jwt.jwk, alg: RS256}
                  special_characters: {client_id: tv-special, client_secret: '%s', auth_method: client_secret_basic}
                  disposable: {client_id: tv-disposable, client_secret: %s, auth_method: client_secret_basic}
                users:
                  - {username: alice, password: %s}
                  - {username: bob, password: %s}
                """.formatted(
                        server.name(),
                        server.issuer(),
                        server.scope(),
                        server.narrowScope(),
                        NAME,
                        SECRET,
                        SPECIAL_SECRET,
                        GUESSED_SECRET,
                        PASSWORD,
                        PASSWORD);
    }
}
