package org.devicegrant.conformance.flow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.exchange.Header;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.target.AuthMethod;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Secret;
import org.jspecify.annotations.Nullable;

/** Adds a client's registered authentication to a request (RFC 6749 section 2.3, RFC 7523 section 2.2). */
public final class ClientAuthentication {
    public static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ServerTime time;
    private final String audience;
    private final Map<Client, JWK> keys = new ConcurrentHashMap<>();

    /**
     * @param time what assertions are dated by: a server must not refuse them for a wrong clock of ours
     * @param audience whom assertions are for: the issuer, or the token endpoint where the issuer is unknown
     */
    public ClientAuthentication(ServerTime time, String audience) {
        this.time = time;
        this.audience = audience;
    }

    /** The server's clock, as far as it is known. */
    public ServerTime time() {
        return time;
    }

    /** Authenticates as the client is registered. */
    public Request authenticate(Request request, Client client) {
        return switch (client.authMethod()) {
            case NONE -> request.with("client_id", client.clientId());
            case CLIENT_SECRET_BASIC -> request.header("Authorization", basic(client.clientId(), secret(client)));
            case CLIENT_SECRET_POST ->
                request.with("client_id", client.clientId()).with("client_secret", secret(client));
            case PRIVATE_KEY_JWT ->
                request.with("client_assertion_type", JWT_BEARER).with("client_assertion", assertion(client));
        };
    }

    /** Puts a fresh assertion that is addressed to {@code audience} in place of whatever the request carries. */
    public Request authenticate(Request request, Client client, String audience) {
        return withAssertion(
                request, sign(client, claims(client).audience(audience).build()));
    }

    /** Puts an assertion in place of whatever the request carries. */
    public static Request withAssertion(Request request, String assertion) {
        return anonymous(request).with("client_assertion_type", JWT_BEARER).with("client_assertion", assertion);
    }

    /** Takes every trace of a client off a request. */
    public static Request anonymous(Request request) {
        return request.withoutHeader("Authorization")
                .without("client_id")
                .without("client_secret")
                .without("client_assertion")
                .without("client_assertion_type");
    }

    /** Value of an Authorization header with form-encoded id and secret (RFC 6749 section 2.3.1). */
    public static String basic(String clientId, String secret) {
        return rawBasic(Form.encode(clientId), Form.encode(secret));
    }

    /** Value of an Authorization header with id and secret as they stand (RFC 7617). */
    public static String rawBasic(String clientId, String secret) {
        byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The client's secret. */
    public static String secret(Client client) {
        Secret secret = client.clientSecret();
        if (secret == null) {
            throw NotApplicable.missing("the client_secret of " + client.clientId());
        }
        return secret.reveal();
    }

    /** A fresh assertion with a jti of its own, valid for a minute. */
    public String assertion(Client client) {
        return sign(client, claims(client).build());
    }

    /** Claims of a conforming assertion, to be changed in one place. */
    public JWTClaimsSet.Builder claims(Client client) {
        return new JWTClaimsSet.Builder()
                .issuer(client.clientId())
                .subject(client.clientId())
                .audience(audience)
                .issueTime(Date.from(time.now()))
                .expirationTime(Date.from(time.now().plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
    }

    /** Signs claims with the client's registered key. */
    public String sign(Client client, JWTClaimsSet claims) {
        JWK key = key(client);
        JWSHeader header =
                new JWSHeader.Builder(algorithm(client)).keyID(key.getKeyID()).build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm(client)));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new Inconclusive(
                    "the key of " + client.clientId() + " cannot sign with " + algorithm(client),
                    "check jwk_file and alg of that client");
        }
    }

    /** The algorithm of the client's assertions, RS256 where the target file names none. */
    public static JWSAlgorithm algorithm(Client client) {
        @Nullable String alg = client.alg();
        return alg == null ? JWSAlgorithm.RS256 : JWSAlgorithm.parse(alg);
    }

    /** Makes the key known of a client that was registered in this run. */
    public void remember(Client client, JWK key) {
        keys.put(client, key);
    }

    /** The client's private key. */
    public JWK key(Client client) {
        return keys.computeIfAbsent(client, ClientAuthentication::read);
    }

    private static JWK read(Client client) {
        if (client.authMethod() != AuthMethod.PRIVATE_KEY_JWT || client.jwkFile() == null) {
            throw NotApplicable.missing("the jwk_file of " + client.clientId());
        }
        try {
            return JWK.parse(Files.readString(client.jwkFile()));
        } catch (IOException | ParseException e) {
            throw new NotApplicable("jwk_file of " + client.clientId() + " cannot be read as a JWK");
        }
    }

    /** The header a request authenticates with, for checks that look at it. */
    public static @Nullable Header authorization(Request request) {
        return request.headers().stream()
                .filter(h -> h.name().equalsIgnoreCase("Authorization"))
                .findFirst()
                .orElse(null);
    }
}
