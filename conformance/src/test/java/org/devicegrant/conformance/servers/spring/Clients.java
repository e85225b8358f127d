package org.devicegrant.conformance.servers.spring;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.AUTHORIZATION_CODE;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.DEVICE_CODE;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.REFRESH_TOKEN;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.NONE;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.PRIVATE_KEY_JWT;

import java.util.List;
import org.devicegrant.conformance.servers.Registration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients of {@link Registration} in the framework's terms. */
record Clients(SpringOptions options, String clientKeysUrl) {

    List<RegisteredClient> all() {
        return List.of(
                device(Registration.PUBLIC, NONE).build(),
                device(Registration.OTHER, NONE).build(),
                secret(Registration.CONFIDENTIAL, Registration.SECRET),
                secret(Registration.SPECIAL, Registration.SPECIAL_SECRET),
                secret(Registration.DISPOSABLE, Registration.GUESSED_SECRET),
                device(Registration.SIGNING, PRIVATE_KEY_JWT)
                        .clientSettings(signed())
                        .build(),
                client(Registration.WITHOUT_GRANT, NONE)
                        .authorizationGrantType(AUTHORIZATION_CODE)
                        .redirectUri("http://127.0.0.1:1/callback")
                        .build());
    }

    private RegisteredClient secret(String id, String secret) {
        return device(id, CLIENT_SECRET_BASIC).clientSecret("{noop}" + secret).build();
    }

    private RegisteredClient.Builder device(String id, ClientAuthenticationMethod method) {
        return client(id, method).authorizationGrantType(DEVICE_CODE).authorizationGrantType(REFRESH_TOKEN);
    }

    private RegisteredClient.Builder client(String id, ClientAuthenticationMethod method) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientName(id.equals(Registration.PUBLIC) ? Registration.NAME : id)
                .clientAuthenticationMethod(method)
                .scopes(scopes -> scopes.addAll(Registration.SCOPES))
                .tokenSettings(TokenSettings.builder()
                        .deviceCodeTimeToLive(options.codeLifetime())
                        .accessTokenTimeToLive(options.tokenLifetime())
                        // The framework's default suits clients with a secret.
                        .reuseRefreshTokens(method != NONE)
                        .build());
    }

    private ClientSettings signed() {
        return ClientSettings.builder()
                .jwkSetUrl(clientKeysUrl)
                .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                .build();
    }
}
