package org.devicegrant.conformance.embedded;

import java.util.List;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.client.ClientAuthentication;
import org.devicegrant.conformance.embedded.endpoint.DeviceAuthorizationEndpoint;
import org.devicegrant.conformance.embedded.endpoint.IntrospectionEndpoint;
import org.devicegrant.conformance.embedded.endpoint.MetadataEndpoint;
import org.devicegrant.conformance.embedded.endpoint.Reception;
import org.devicegrant.conformance.embedded.endpoint.RegistrationEndpoint;
import org.devicegrant.conformance.embedded.endpoint.TokenEndpoint;
import org.devicegrant.conformance.embedded.endpoint.UserinfoEndpoint;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.grant.Deciding;
import org.devicegrant.conformance.embedded.grant.DeviceGrants;
import org.devicegrant.conformance.embedded.grant.Polling;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.http.ServerClock;
import org.devicegrant.conformance.embedded.page.VerificationPages;
import org.devicegrant.conformance.embedded.token.Refreshing;
import org.devicegrant.conformance.embedded.token.SignedTokens;
import org.devicegrant.conformance.embedded.token.Tokens;

/** Puts the parts of one server together, once, when it starts. */
final class Assembly {
    private final Behaviour behaviour;
    private final Addresses addresses;
    private final ServerClock clock;
    private final Function<Request, Form> parser;
    private final ClientAuthentication authentication;
    private final DeviceGrants grants;
    private final Tokens tokens;
    private final List<Feature> features;

    private Assembly(Behaviour behaviour, Addresses addresses) {
        this.behaviour = behaviour;
        this.addresses = addresses;
        this.clock = behaviour.transport().clock();
        this.features = List.copyOf(behaviour.features());
        features.forEach(feature -> behaviour.parsing().known().addAll(feature.parameters()));
        features.forEach(feature -> feature.started(addresses));
        this.parser = behaviour.parsing().reader();
        this.authentication = new ClientAuthentication(
                behaviour.authentication(),
                behaviour.clients(),
                () -> List.of(addresses.issuer(), addresses.of(Addresses.TOKEN)),
                clock);
        this.grants = new DeviceGrants(behaviour.codes(), behaviour.grants(), clock);
        this.tokens = new Tokens(behaviour.tokens(), new SignedTokens(behaviour.tokens(), addresses::issuer), clock);
    }

    static Reception of(Behaviour behaviour, Addresses addresses) {
        return new Assembly(behaviour, addresses).reception();
    }

    private Reception reception() {
        var device = new DeviceAuthorizationEndpoint(
                parser,
                authentication,
                behaviour.scopes().resolver(),
                behaviour.codes(),
                behaviour.polling(),
                grants,
                features,
                addresses);
        var metadata =
                new MetadataEndpoint(addresses, behaviour.authentication(), features, behaviour.registration()::open);
        var registration = new RegistrationEndpoint(behaviour.registration(), behaviour.clients(), clock);
        var introspection = new IntrospectionEndpoint(parser, authentication, tokens, addresses);
        Reception reception = new Reception(addresses, behaviour.errorsDescribed());
        return reception
                .posting(Endpoint.DEVICE_AUTHORIZATION, layers(Endpoint.DEVICE_AUTHORIZATION), device::answer)
                .posting(Endpoint.TOKEN, layers(Endpoint.TOKEN), token()::answer)
                .posting(Endpoint.INTROSPECTION, layers(Endpoint.INTROSPECTION), introspection::answer)
                .posting(Endpoint.REGISTRATION, layers(Endpoint.REGISTRATION), registration::answer)
                .adding(Endpoint.METADATA, layers(Endpoint.METADATA), metadata::metadata)
                .adding(Endpoint.KEYS, layers(Endpoint.KEYS), metadata::keys)
                .adding(Endpoint.USERINFO, layers(Endpoint.USERINFO), new UserinfoEndpoint(tokens, features)::answer)
                .adding(Endpoint.PAGE, layers(Endpoint.PAGE), pages()::answer);
    }

    private TokenEndpoint token() {
        return new TokenEndpoint(
                parser,
                authentication,
                grants,
                minting -> new Polling(behaviour.polling(), behaviour.codes(), minting, behaviour.errorsDescribed()),
                new Refreshing(behaviour.tokens(), tokens),
                clock,
                new TokenEndpoint.Minting(behaviour.users(), features, behaviour.tokens(), tokens));
    }

    private VerificationPages pages() {
        return new VerificationPages(
                behaviour.pages(),
                addresses.path() + Addresses.PAGES,
                behaviour.users(),
                grants,
                new Deciding(
                        behaviour.decisions(),
                        behaviour.codes(),
                        decision -> features.stream().allMatch(feature -> feature.mayDecide(decision))),
                clock,
                grant -> features.stream()
                        .flatMap(feature -> feature.shown(grant).stream())
                        .toList());
    }

    private Function<Function<Request, Answer>, Function<Request, Answer>> layers(Endpoint endpoint) {
        return behaviour.layers(endpoint)::over;
    }
}
