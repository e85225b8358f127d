package org.devicegrant.conformance.rfc7523;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Attempt;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.http.Refusal;

/** Servers that take a little more, or a little less, than they should. */
public final class TolerableAssertionDefects implements DefectSource {
    private static final Set<String> ACCEPTED = Set.of("7523-2.2-private-key-jwt-accepted");
    private static final Set<String> AUDIENCE = Set.of("7523-3-audience");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "wantsAssertionsOfThePast",
                                "Refuses an assertion that seems to be made a moment ahead, and one that names its type.",
                                ACCEPTED,
                                "An assertion made five seconds ahead of the server's clock at * got 40* invalid_client:"
                                        + " clocks of devices are not that exact; *An assertion with its own media type at"
                                        + " * got 40* invalid_client: newer client libraries name the type*",
                                server -> refusing(server, jwt -> ahead(jwt) || named(jwt)))
                        .onlyWarnedAbout(),
                new Defect(
                                "goesByItsOldNameAlone",
                                "Takes assertions for the address of its token endpoint only.",
                                AUDIENCE,
                                "An assertion for the issuer at * got 40* invalid_client: only the address of an endpoint"
                                        + " is taken, as older texts have it*",
                                server -> server.authentication()
                                        .assertions()
                                        .audience((endpoint, audience, own) -> audience.equals(own.subList(1, 2))))
                        .onlyWarnedAbout(),
                new Defect(
                                "takesNoListForAnAudience",
                                "Refuses an assertion whose aud is written as a list.",
                                AUDIENCE,
                                "An assertion for the issuer, written as a list, at * got 40* invalid_client: a list of"
                                        + " one is the same in JWT*",
                                server -> refusing(server, jwt -> payload(jwt).contains("\"aud\":[")))
                        .onlyWarnedAbout(),
                new Defect(
                                "sharesItsAudience",
                                "Takes assertions that are for another server as well.",
                                AUDIENCE,
                                "An assertion for this server and for another at * got *: the other could use it here;"
                                        + " RFC 7523bis closes this*",
                                server -> server.authentication()
                                        .assertions()
                                        .audience((endpoint, audience, own) ->
                                                audience.stream().anyMatch(own::contains)))
                        .onlyWarnedAbout(),
                new Defect(
                                "callsABrokenAssertionABadRequest",
                                "Answers invalid_request to what has not three parts, or is said to be something else.",
                                Set.of("7523-3.2-invalid-assertion-error"),
                                "A client_assertion that is no JWT at * got 400 invalid_request: invalid_client is the defined"
                                        + " code; an unknown client_assertion_type at * got 400 invalid_request: *",
                                server -> server.authentication().around(TolerableAssertionDefects::pedantic))
                        .onlyWarnedAbout(),
                new Defect(
                                "looksWhereTheHeaderPoints",
                                "Fetches keys from the address in an assertion, and then does not use them.",
                                Set.of("7523-3-bad-signature-rejected"),
                                "The address of keys in an assertion got * visits: any client can make the server ask any"
                                        + " address*",
                                server -> refusing(server, TolerableAssertionDefects::fetched))
                        .onlyWarnedAbout());
    }

    private static void refusing(Behaviour server, Predicate<SignedJWT> unwelcome) {
        server.authentication().around((attempt, next) -> {
            if (assertion(attempt).filter(unwelcome).isPresent()) {
                throw Refusal.invalidClient("The assertion is not taken");
            }
            return next.apply(attempt);
        });
    }

    private static Client pedantic(Attempt attempt, Function<Attempt, Client> next) {
        boolean claimed = attempt.form().has("client_assertion");
        boolean typed = attempt.form().text("client_assertion_type").endsWith(":jwt-bearer");
        boolean threeParts = attempt.form().text("client_assertion").split("[.]", -1).length == 3;
        if (claimed && !(typed && threeParts)) {
            throw Refusal.invalidRequest("The assertion is malformed");
        }
        return next.apply(attempt);
    }

    private static Optional<SignedJWT> assertion(Attempt attempt) {
        try {
            return Optional.of(SignedJWT.parse(attempt.form().text("client_assertion")));
        } catch (ParseException none) {
            return Optional.empty();
        }
    }

    private static boolean ahead(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet().getIssueTime() != null
                    && jwt.getJWTClaimsSet()
                            .getIssueTime()
                            .toInstant()
                            .isAfter(Instant.now().plusSeconds(1));
        } catch (ParseException malformed) {
            return false;
        }
    }

    private static boolean named(SignedJWT jwt) {
        return new JOSEObjectType("client-authentication+jwt")
                .equals(jwt.getHeader().getType());
    }

    private static String payload(SignedJWT jwt) {
        return jwt.getPayload().toString().replace(" ", "");
    }

    /** Never a reason to refuse: the visit alone is the misdeed. */
    private static boolean fetched(SignedJWT jwt) {
        URI address = jwt.getHeader().getJWKURL();
        if (address != null && "127.0.0.1".equals(address.getHost())) {
            try (var in = address.toURL().openStream()) {
                in.readAllBytes();
            } catch (IOException unreachable) {
                return false;
            }
        }
        return false;
    }
}
