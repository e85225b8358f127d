package org.devicegrant.conformance.embedded.endpoint;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.http.Addresses;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Json;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.jspecify.annotations.Nullable;

/** Leads a request to its endpoint, and turns refusals and accidents into answers. */
public final class Reception {
    private static final String WELL_KNOWN = "/.well-known/";

    private final Addresses addresses;
    private final boolean described;
    private final Map<Endpoint, Function<Request, Answer>> endpoints = new EnumMap<>(Endpoint.class);

    /** With {@code described} for whether errors carry a description. */
    public Reception(Addresses addresses, boolean described) {
        this.addresses = addresses;
        this.described = described;
    }

    /** Adds an endpoint that takes POST alone and speaks JSON, with the layers around it. */
    public Reception posting(
            Endpoint endpoint,
            Function<Function<Request, Answer>, Function<Request, Answer>> layers,
            Function<Request, Answer> step) {
        return adding(endpoint, layers, request -> request.isPost() ? refusing(step, request) : notAllowed());
    }

    /** Adds an endpoint that looks at the method itself, with the layers around it. */
    public Reception adding(
            Endpoint endpoint,
            Function<Function<Request, Answer>, Function<Request, Answer>> layers,
            Function<Request, Answer> step) {
        endpoints.put(endpoint, layers.apply(request -> refusing(step, request)));
        return this;
    }

    /** Answers any request; never throws. */
    public Answer answer(Request request) {
        try {
            Endpoint endpoint = endpoint(request.path());
            Function<Request, Answer> step = endpoint == null ? null : endpoints.get(endpoint);
            return step == null ? Answer.text(404, "text/plain", "Not found\n") : step.apply(request);
        } catch (RuntimeException accident) {
            return Answer.json(500, Json.object().put("error", "server_error")).header("Cache-Control", "no-store");
        }
    }

    private Answer refusing(Function<Request, Answer> step, Request request) {
        try {
            return step.apply(request);
        } catch (Refusal refusal) {
            return refusal.answer(described);
        }
    }

    private Answer notAllowed() {
        return Refusal.invalidRequest("Only POST is allowed here")
                .status(405)
                .header("Allow", "POST")
                .answer(described);
    }

    private @Nullable Endpoint endpoint(String path) {
        if (isMetadata(path)) {
            return Endpoint.METADATA;
        }
        String prefix = addresses.path();
        if (!path.startsWith(prefix)) {
            return null;
        }
        String rest = path.substring(prefix.length());
        return switch (rest) {
            case Addresses.DEVICE_AUTHORIZATION -> Endpoint.DEVICE_AUTHORIZATION;
            case Addresses.TOKEN -> Endpoint.TOKEN;
            case Addresses.KEYS -> Endpoint.KEYS;
            case Addresses.USERINFO -> Endpoint.USERINFO;
            case Addresses.INTROSPECTION -> Endpoint.INTROSPECTION;
            case Addresses.REGISTRATION -> Endpoint.REGISTRATION;
            case Addresses.PAGES -> Endpoint.PAGE;
            default -> rest.startsWith(Addresses.PAGES + "/") ? Endpoint.PAGE : null;
        };
    }

    /** RFC 8414 puts the well-known part in front of the issuer's path, OpenID Discovery behind it. */
    private boolean isMetadata(String path) {
        String issuerPath = addresses.path();
        return path.equals(WELL_KNOWN + "oauth-authorization-server" + issuerPath)
                || path.equals(WELL_KNOWN + "openid-configuration" + issuerPath)
                || path.equals(issuerPath + WELL_KNOWN + "openid-configuration");
    }
}
