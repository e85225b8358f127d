package org.devicegrant.conformance.flow;

import java.net.URI;
import java.util.List;
import org.devicegrant.conformance.exchange.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The server as it was found: its endpoints after metadata and overrides.
 *
 * @param issuer issuer identifier, or null if it is unknown
 * @param deviceAuthorization RFC 8628 section 3.1
 * @param token RFC 6749 section 3.2
 * @param userinfo OpenID Connect Core section 5.3, or null
 * @param introspection RFC 7662, or null
 * @param registration RFC 7591, or null
 * @param jwks RFC 8414 section 2 {@code jwks_uri}, or null
 * @param documents every metadata location that was asked, in order of preference
 * @param silent metadata locations that said nothing about the server, so that a document may be there or not
 */
public record Server(
        @Nullable URI issuer,
        URI deviceAuthorization,
        URI token,
        @Nullable URI userinfo,
        @Nullable URI introspection,
        @Nullable URI registration,
        @Nullable URI jwks,
        List<Document> documents,
        List<URI> silent) {

    public Server {
        silent = List.copyOf(silent);
        documents = List.copyOf(documents);
    }

    /** The answer of one metadata location (RFC 8414 section 3, OpenID Connect Discovery section 4). */
    public record Document(Style style, Answer answer) {
        /** Whether this is a metadata document at all. */
        public boolean found() {
            return answer.status() == 200 && answer.json().isPresent();
        }
    }

    /** Where a metadata document may be. */
    public enum Style {
        /** {@code oauth-authorization-server} inserted before the issuer's path. */
        OAUTH,
        /** {@code openid-configuration} inserted before the issuer's path. */
        OPENID_INSERTED,
        /** {@code openid-configuration} appended to the issuer. */
        OPENID_APPENDED
    }

    /**
     * The documents that were found, for checks that are about them.
     *
     * @throws NotApplicable if there is none
     * @throws Inconclusive if there may be others
     */
    public List<Document> publishedMetadata() {
        if (!silent.isEmpty()) {
            throw new Inconclusive(
                    "nobody has answered for the metadata at " + silent.get(0)
                            + ", so that it is not known what the server publishes",
                    "run on a less busy machine or network");
        }
        if (metadata().isEmpty()) {
            throw new NotApplicable("no metadata was found; RFC 9700 section 2.6 recommends to publish it");
        }
        return metadata();
    }

    /** The documents that were found. */
    public List<Document> metadata() {
        return documents.stream().filter(Document::found).toList();
    }
}
