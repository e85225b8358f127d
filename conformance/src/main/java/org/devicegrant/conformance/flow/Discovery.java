package org.devicegrant.conformance.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Endpoint;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.exchange.Unanswered;
import org.devicegrant.conformance.target.Endpoints;
import org.devicegrant.conformance.target.Target;
import org.jspecify.annotations.Nullable;

/** Finds a server's endpoints from its metadata (RFC 8414 section 3, OpenID Connect Discovery section 4). */
public final class Discovery {
    private final Wire wire;

    public Discovery(Wire wire) {
        this.wire = wire;
    }

    /**
     * The server that a target file describes.
     *
     * @throws Unusable if it cannot be reached, or an endpoint is neither in its metadata nor in the target file
     */
    public Server find(Target target) {
        Map<Server.Style, URI> places = target.issuer() == null ? Map.of() : places(target.issuer());
        Map<Server.Style, Answer> answers = ask(places);
        List<Server.Document> documents = answers.entrySet().stream()
                .map(answer -> new Server.Document(answer.getKey(), answer.getValue()))
                .toList();
        Endpoints given = target.endpoints();
        return new Server(
                target.issuer(),
                vouchedFor(
                        target,
                        documents,
                        required(
                                given.deviceAuthorization(),
                                documents,
                                "device_authorization_endpoint",
                                "device_authorization"),
                        "device_authorization"),
                vouchedFor(target, documents, required(given.token(), documents, "token_endpoint", "token"), "token"),
                optional(given.userinfo(), documents, "userinfo_endpoint"),
                optional(given.introspection(), documents, "introspection_endpoint"),
                optional(given.registration(), documents, "registration_endpoint"),
                optional(null, documents, "jwks_uri"),
                documents,
                silent(places, answers));
    }

    /** In order of preference, each place once. */
    private static Map<Server.Style, URI> places(URI issuer) {
        Map<Server.Style, URI> places = new EnumMap<>(Server.Style.class);
        for (Server.Style style : Server.Style.values()) {
            URI location = location(issuer, style);
            if (!places.containsValue(location)) {
                places.put(style, location);
            }
        }
        return places;
    }

    private Map<Server.Style, Answer> ask(Map<Server.Style, URI> places) {
        Map<Server.Style, Answer> answers = new EnumMap<>(Server.Style.class);
        Unanswered lost = null;
        for (Map.Entry<Server.Style, URI> place : places.entrySet()) {
            try {
                answers.put(place.getKey(), wire.send(document(place.getValue())));
            } catch (Unanswered e) {
                lost = e;
            }
        }
        if (answers.isEmpty() && lost != null) {
            throw Unusable.server("issuer: " + lost.getMessage());
        }
        if (answers.values().stream().anyMatch(answer -> !answer.overloaded())) {
            askAgain(places, answers);
        }
        return answers;
    }

    /** Where one place answers and another does not, it is more likely the network's doing than the server's. */
    private void askAgain(Map<Server.Style, URI> places, Map<Server.Style, Answer> answers) {
        places.forEach((style, location) -> {
            if (isSilent(answers.get(style))) {
                try {
                    answers.put(style, wire.politely(document(location)));
                } catch (Momentary | Unanswered again) {
                    // It stays unknown whether there is a document.
                }
            }
        });
    }

    private static boolean isSilent(@Nullable Answer answer) {
        return answer == null || answer.overloaded();
    }

    private static List<URI> silent(Map<Server.Style, URI> places, Map<Server.Style, Answer> answers) {
        return places.entrySet().stream()
                .filter(place -> isSilent(answers.get(place.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Request document(URI location) {
        return Request.get(Endpoint.METADATA, "metadata", location);
    }

    /** Where the metadata of {@code issuer} is in one of the three styles. */
    public static URI location(URI issuer, Server.Style style) {
        String path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceAll("/+$", "");
        String origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
        return URI.create(
                switch (style) {
                    case OAUTH -> origin + "/.well-known/oauth-authorization-server" + path;
                    case OPENID_INSERTED -> origin + "/.well-known/openid-configuration" + path;
                    case OPENID_APPENDED -> origin + path + "/.well-known/openid-configuration";
                });
    }

    private static URI required(@Nullable URI given, List<Server.Document> documents, String member, String key) {
        URI found = optional(given, documents, member);
        if (found != null) {
            return found;
        }
        boolean any = documents.stream().anyMatch(Server.Document::found);
        String why = any
                ? "the metadata of the issuer has no " + member
                : "no metadata was found for the issuer (" + gists(documents) + ")";
        throw Unusable.target("endpoints." + key + ": " + why + "; give endpoints." + key + " in the target file");
    }

    /**
     * Credentials go nowhere on the word of a document that calls itself another issuer (RFC 8414 section 3.3), unless it
     * is the issuer's own host or the target file says so, too.
     */
    private static URI vouchedFor(Target target, List<Server.Document> documents, URI endpoint, String key) {
        URI issuer = target.issuer();
        Endpoints given = target.endpoints();
        boolean said = endpoint.equals(given.token()) || endpoint.equals(given.deviceAuthorization());
        if (issuer == null || said || endpoint.getHost().equalsIgnoreCase(issuer.getHost())) {
            return endpoint;
        }
        boolean itself = documents.stream()
                .filter(Server.Document::found)
                .map(document -> document.answer().member("issuer").asText())
                .anyMatch(name -> bare(name).equals(bare(issuer.toString())));
        if (!itself) {
            throw Unusable.target(
                    "endpoints." + key + ": the metadata found for the issuer is that of another issuer and"
                            + " names an endpoint on " + endpoint.getHost()
                            + ", so that no credentials are sent there; if that is"
                            + " right, give endpoints." + key + " in the target file");
        }
        return endpoint;
    }

    private static String bare(String issuer) {
        return issuer.replaceAll("/+$", "");
    }

    private static String gists(List<Server.Document> documents) {
        return documents.isEmpty()
                ? "the target file gives no issuer"
                : String.join(
                        ", ", documents.stream().map(d -> d.answer().gist()).toList());
    }

    private static @Nullable URI optional(@Nullable URI given, List<Server.Document> documents, String member) {
        if (given != null) {
            return given;
        }
        for (Server.Document document : documents) {
            JsonNode value = document.answer().member(member);
            if (document.found() && value.isTextual()) {
                try {
                    URI uri = URI.create(value.textValue());
                    if (uri.isAbsolute() && uri.getHost() != null) {
                        return uri;
                    }
                } catch (IllegalArgumentException e) {
                    continue;
                }
            }
        }
        return null;
    }
}
