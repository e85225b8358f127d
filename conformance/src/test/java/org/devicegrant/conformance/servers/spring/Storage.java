package org.devicegrant.conformance.servers.spring;

import org.devicegrant.conformance.servers.spring.SpringOptions.Consent;
import org.devicegrant.conformance.servers.spring.SpringOptions.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The framework's two stores, on the schema that it ships. */
@Configuration(proxyBeanMethods = false)
class Storage {

    private static final String SCHEMA = "classpath:org/springframework/security/oauth2/server/authorization/";

    /** Made only where the options ask for it; a name of its own keeps servers of one JVM apart. */
    @Bean(destroyMethod = "shutdown")
    @Lazy
    EmbeddedDatabase database() {
        return new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .addScript(SCHEMA + "oauth2-authorization-schema.sql")
                .addScript(SCHEMA + "oauth2-authorization-consent-schema.sql")
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            SpringOptions options, RegisteredClientRepository clients, @Lazy EmbeddedDatabase database) {
        return options.store() == Store.MEMORY
                ? new InMemoryOAuth2AuthorizationService()
                : new JdbcOAuth2AuthorizationService(new JdbcTemplate(database), clients);
    }

    @Bean
    OAuth2AuthorizationConsentService consents(
            SpringOptions options, RegisteredClientRepository clients, @Lazy EmbeddedDatabase database) {
        if (options.consent() == Consent.EACH_TIME) {
            return new ForgetfulConsent();
        }
        return options.store() == Store.MEMORY
                ? new InMemoryOAuth2AuthorizationConsentService()
                : new JdbcOAuth2AuthorizationConsentService(new JdbcTemplate(database), clients);
    }
}
