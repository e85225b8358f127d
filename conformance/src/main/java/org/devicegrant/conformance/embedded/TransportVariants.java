package org.devicegrant.conformance.embedded;

import java.time.Duration;
import java.util.List;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Request;

/** Other addresses, other speed, other habits of HTTP. */
final class TransportVariants {
    private static final int BURST = 20;
    private static final double PER_SECOND = 5;

    private TransportVariants() {}

    static List<Variant> all() {
        return List.of(
                new Variant(
                        "hasAnIssuerWithPath",
                        "an issuer may have a path (RFC 8414 section 3.1)",
                        b -> b.transport().path("/tenants/living-room")),
                new Variant(
                        "isCalledLocalhost",
                        "the host of the issuer is up to the operator",
                        b -> b.transport().host("localhost")),
                new Variant(
                        "answersInHalfASecond",
                        "no answer has to come quickly",
                        b -> b.transport().delay(Duration.ofMillis(500))),
                new Variant(
                        "closesConnections",
                        "a server may close the connection after any answer (RFC 9112 section 9.6)",
                        b -> b.transport().connectionsKept(false)),
                new Variant(
                        "limitsIssuance",
                        "too many requests may be refused with 429 and Retry-After (RFC 6585 section 4)",
                        b -> b.around(
                                Endpoint.DEVICE_AUTHORIZATION,
                                new IssuanceLimit(
                                        BURST, PER_SECOND, b.transport().clock()))),
                new Variant(
                        "publishesForBrowsersToo",
                        "the JSON endpoints may permit other origins as long as no credentials go with it"
                                + " (RFC 9700 section 2.6)",
                        TransportVariants::shared),
                new Variant(
                        "turnsScriptsOfOtherSitesAway",
                        "a request with a foreign Origin may be refused before any OAuth code sees it",
                        TransportVariants::guarded),
                new Variant(
                        "leadsPeopleFromTheDeviceEndpoint",
                        "GET on the device authorization endpoint may lead to the page for users",
                        b -> b.around(
                                Endpoint.DEVICE_AUTHORIZATION,
                                (request, next) -> request.isGet()
                                        ? Answer.redirect(303, b.transport().path() + Addresses.PAGES)
                                        : next.apply(request))));
    }

    private static void shared(Behaviour behaviour) {
        for (Endpoint endpoint : List.of(Endpoint.DEVICE_AUTHORIZATION, Endpoint.TOKEN, Endpoint.METADATA)) {
            behaviour.around(
                    endpoint,
                    (request, next) -> isPreflight(request)
                            ? Answer.of(204)
                                    .header("Access-Control-Allow-Origin", "*")
                                    .header("Access-Control-Allow-Methods", "GET, POST")
                            : next.apply(request).header("Access-Control-Allow-Origin", "*"));
        }
    }

    private static void guarded(Behaviour behaviour) {
        for (Endpoint endpoint : List.of(Endpoint.DEVICE_AUTHORIZATION, Endpoint.TOKEN)) {
            behaviour.around(
                    endpoint,
                    (request, next) -> request.header("Origin").isPresent()
                            ? Answer.json(403, Json.object().put("error", "Invalid origin"))
                            : next.apply(request));
        }
    }

    private static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS");
    }
}
