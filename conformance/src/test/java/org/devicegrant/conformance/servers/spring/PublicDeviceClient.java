package org.devicegrant.conformance.servers.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Authentication of clients that have no secret. The framework knows public clients with PKCE only, so whoever wants public
 * devices writes these two halves: one claims the request, the other looks the client up. They keep to the RFCs where the
 * framework's own converters do, so that what a run finds is the framework's: parameters count in the body only, empty ones
 * are omitted ones, repeated ones are refused.
 */
final class PublicDeviceClient {

    private static final Set<String> ENDPOINTS = Set.of("/oauth2/device_authorization", "/oauth2/token");
    private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion");

    private PublicDeviceClient() {}

    /** Claims requests that name a client and bring no credentials. */
    static final class Converter implements AuthenticationConverter {

        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            List<String> clientIds = sent(request, "client_id");
            boolean anonymous = request.getHeader("Authorization") == null
                    && CREDENTIALS.stream().allMatch(name -> sent(request, name).isEmpty());
            if (clientIds.isEmpty() || !anonymous || !ENDPOINTS.contains(request.getRequestURI())) {
                return null;
            }
            if (clientIds.size() > 1) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            return new OAuth2ClientAuthenticationToken(clientIds.get(0), ClientAuthenticationMethod.NONE, null, null);
        }

        /** The values in the body; the servlet API puts those of the query before them. */
        private static List<String> sent(HttpServletRequest request, String name) {
            String query = Objects.requireNonNullElse(request.getQueryString(), "");
            long inQuery = Arrays.stream(query.split("&"))
                    .filter(parameter -> parameter.startsWith(name + "="))
                    .count();
            String[] values = Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
            return Arrays.stream(values)
                    .skip(inQuery)
                    .filter(value -> !value.isEmpty())
                    .toList();
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
