package org.devicegrant.conformance.rfc8628.s3_1_authorization_request;

import static org.devicegrant.conformance.assertion.Answers.served;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.ClientAuthentication;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.NotApplicable;
import org.devicegrant.conformance.target.Client;

/** The same requests without TLS. They carry no secret: whoever listens learns a code that nobody will approve. */
class PlainHttpChecks {
    private static final Outcome<URI> HTTPS = Outcome.of("https", PlainHttpChecks::isSecure);
    private static final Outcome<Answer> REDIRECT = Outcome.of("a redirect", a -> a.status() / 100 == 3);
    private static final Outcome<Answer> SENDS_ON = Outcome.of(
            "a redirect without TLS", a -> REDIRECT.matches(a) && !location(a).startsWith("https:"));
    private static final Outcome<Answer> FORM = Outcome.of("a form", a -> a.status() / 100 == 2 && hasForm(a));

    /**
     * Something that is offered.
     *
     * @param name for people
     * @param request what it is asked for
     */
    private record Offer(String name, Request request) {}

    @Check("8628-3.1-tls-only")
    void nothingIsOfferedWithoutTls(Devices devices, Judge judge) {
        Device device = devices.start();
        List<Offer> offers = offers(devices, device);
        if (offers.stream().noneMatch(offer -> isSecure(offer.request().url()))
                && offers.stream().allMatch(PlainHttpChecks::isHere)) {
            throw new NotApplicable(
                    "the server is only on the loopback interface and without TLS; this was not tested");
        }

        // Where nothing on this machine has TLS, only what lies elsewhere can be judged.
        boolean plainHere = offers.stream()
                .noneMatch(offer -> isHere(offer) && isSecure(offer.request().url()));
        for (Offer offer : offers) {
            if (plainHere && isHere(offer)) {
                continue;
            }
            judge.expect(offer.name(), offer.request().url(), URI::getScheme, device.issued())
                    .otherwise("whoever is on the way reads the codes and the password")
                    .toBe(HTTPS);
            plainAddresses(offer.request().url()).forEach(plain -> judgePlain(devices, judge, offer, plain));
        }
    }

    private static List<Offer> offers(Devices devices, Device device) {
        Client client = devices.main();
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer("the device authorization endpoint", unproved(devices.request(), client)));
        offers.add(new Offer("the token endpoint", unproved(device.pollRequest(), client)));
        offers.add(new Offer("verification_uri", page(device.verificationUri())));
        device.verificationUriComplete()
                .ifPresent(complete -> offers.add(new Offer("verification_uri_complete", page(complete))));
        return offers;
    }

    private static Request unproved(Request request, Client client) {
        return ClientAuthentication.anonymous(request).with("client_id", client.clientId());
    }

    private static Request page(URI address) {
        return Request.get(Endpoint.VERIFICATION_PAGE, "page without TLS", address)
                .header("Accept", "text/html");
    }

    /** Port 80, and the port that TLS is on. */
    private static Stream<URI> plainAddresses(URI address) {
        String rest = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        int tlsPort = address.getPort() < 0 ? 443 : address.getPort();
        return isSecure(address)
                ? Stream.of(80, tlsPort).map(port -> URI.create("http://" + address.getHost() + ":" + port + rest))
                : Stream.empty();
    }

    private static void judgePlain(Devices devices, Judge judge, Offer offer, URI plain) {
        Request request = offer.request().withUrl(plain);
        // Another place than the endpoint: what answers there may not be the grant at all.
        Optional<Answer> answer = devices.wire().attempt(request.at(Endpoint.OTHER));
        String subject = offer.name() + " without TLS on port " + plain.getPort();
        if (answer.isEmpty()) {
            return;
        }
        if (request.method().equals("GET")) {
            judge.expect(subject, answer.get())
                    .tolerating(SENDS_ON, "people are sent on, but not to https")
                    .otherwise("whoever is on the way reads the password")
                    .toBe(Outcome.of("no form", a -> !FORM.matches(a) && !SENDS_ON.matches(a)));
        } else {
            judge.expect(subject, answer.get())
                    .tolerating(
                            REDIRECT, "the request has been sent in clear already, and is answered as if it were fine")
                    .otherwise("clients that are misconfigured send their secrets in clear and never notice")
                    .toBe(Outcome.of("neither codes nor polling", a -> !served().matches(a) && !REDIRECT.matches(a)));
        }
    }

    private static String location(Answer answer) {
        return String.valueOf(answer.header("Location")).toLowerCase(Locale.ROOT);
    }

    private static boolean hasForm(Answer answer) {
        String page = answer.text().toLowerCase(Locale.ROOT);
        return page.contains("<form") || page.contains("<input");
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** Whether it is on the loopback interface, so that nobody can be on the way. */
    private static boolean isHere(Offer offer) {
        try {
            return InetAddress.getByName(offer.request().url().getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
