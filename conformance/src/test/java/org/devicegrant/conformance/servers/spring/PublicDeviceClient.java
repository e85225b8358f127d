package org.devicegrant.conformance.servers.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Authentication of clients that have no secret. The framework knows public clients with PKCE only, so whoever wants public
 * devices writes these two halves: one claims the request, the other looks the client up.
 */
final class PublicDeviceClient {

    private static final String DEVICE_AUTHORIZATION = "/oauth2/device_authorization";
    private static final String TOKEN = "/oauth2/token";
    private static final Set<String> GRANTS =
            Set.of(AuthorizationGrantType.DEVICE_CODE.getValue(), AuthorizationGrantType.REFRESH_TOKEN.getValue());

    private PublicDeviceClient() {}

    /** Claims requests of the device grant that name a client and bring no credentials. */
    static final class Converter implements AuthenticationConverter {

        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            String[] clientIds = request.getParameterValues("client_id");
            if (clientIds == null || hasCredentials(request) || !concernsDevices(request)) {
                return null;
            }
            if (clientIds.length > 1) {
                // As the framework's own converters do.
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            return new OAuth2ClientAuthenticationToken(clientIds[0], ClientAuthenticationMethod.NONE, null, null);
        }

        private static boolean hasCredentials(HttpServletRequest request) {
            return request.getHeader("Authorization") != null
                    || request.getParameter("client_secret") != null
                    || request.getParameter("client_assertion") != null;
        }

        private static boolean concernsDevices(HttpServletRequest request) {
            String grant = request.getParameter("grant_type");
            return switch (request.getRequestURI()) {
                case DEVICE_AUTHORIZATION -> true;
                case TOKEN -> grant != null && GRANTS.contains(grant);
                default -> false;
            };
        }
    }

    /** Accepts clients that are registered as public. */
    record Provider(RegisteredClientRepository clients) implements AuthenticationProvider {

        @Override
        public @Nullable Authentication authenticate(Authentication authentication) {
            OAuth2ClientAuthenticationToken token = (OAuth2ClientAuthenticationToken) authentication;
            if (!ClientAuthenticationMethod.NONE.equals(token.getClientAuthenticationMethod())) {
                return null;
            }
            RegisteredClient client =
                    clients.findByClientId(token.getPrincipal().toString());
            if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            }
            return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
        }
    }
}
