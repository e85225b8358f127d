package org.devicegrant.conformance.servers.spring;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.devicegrant.conformance.servers.ClientKey;
import org.devicegrant.conformance.servers.Registration;
import org.devicegrant.conformance.servers.spring.SpringOptions.Consent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceVerificationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The two filter chains: protocol endpoints as the framework makes them, and the pages behind its login form. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, SpringOptions options, RegisteredClientRepository clients) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    tellOfPublicClients(server);
                    deviceGrant(server, options, clients);
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    /** The metadata cannot know of the converter that makes them possible. */
    private static void tellOfPublicClients(OAuth2AuthorizationServerConfigurer server) {
        String none = ClientAuthenticationMethod.NONE.getValue();
        server.authorizationServerMetadataEndpoint(endpoint -> endpoint.authorizationServerMetadataCustomizer(
                        metadata -> metadata.tokenEndpointAuthenticationMethod(none)))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(endpoint -> endpoint.providerConfigurationCustomizer(
                        configuration -> configuration.tokenEndpointAuthenticationMethod(none))));
    }

    private static void deviceGrant(
            OAuth2AuthorizationServerConfigurer server, SpringOptions options, RegisteredClientRepository clients) {
        server.clientAuthentication(authentication -> authentication
                        .authenticationConverter(new PublicDeviceClient.Converter())
                        .authenticationProvider(new PublicDeviceClient.Provider(clients)))
                .deviceAuthorizationEndpoint(endpoint -> endpoint.verificationUri(Pages.ENTRY))
                .deviceVerificationEndpoint(endpoint -> endpoint.deviceVerificationResponseHandler(
                                new SimpleUrlAuthenticationSuccessHandler(Pages.DONE))
                        .authenticationProviders(providers -> providers.forEach(p -> askForConsent(p, options))));
    }

    private static void askForConsent(AuthenticationProvider provider, SpringOptions options) {
        if (options.consent() == Consent.NOT_ASKED
                && provider instanceof OAuth2DeviceVerificationAuthenticationProvider verification) {
            verification.setAuthorizationConsentRequired(context -> false);
        }
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(Pages.CLIENT_KEYS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(SpringOptions options, AuthorizationServerSettings settings) {
        return new InMemoryRegisteredClientRepository(
                new Clients(options, settings.getIssuer() + Pages.CLIENT_KEYS).all());
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(user(Registration.ALICE), user(Registration.BOB));
    }

    private static UserDetails user(String name) {
        return User.withUsername(name)
                .password("{noop}" + Registration.PASSWORD)
                .roles("USER")
                .build();
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys() {
        return new ImmutableJWKSet<>(new JWKSet(ClientKey.generate().key()));
    }

    /** Wanted by the userinfo endpoint. */
    @Bean
    JwtDecoder tokenDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }
}
