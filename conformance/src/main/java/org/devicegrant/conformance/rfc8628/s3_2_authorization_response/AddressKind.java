package org.devicegrant.conformance.rfc8628.s3_2_authorization_response;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** What an address is to somebody who types it, or scans it, on another device (RFC 3986 section 4.3). */
enum AddressKind {
    HTTPS("an absolute https URI"),
    HTTP_ON_LOOPBACK("an http URI of this machine"),
    PLAIN_HTTP("a plain http URI"),
    WITH_FRAGMENT("a URI with a fragment"),
    WITH_USER_INFO("a URI with user info"),
    WITHOUT_HOST("a URI without a host"),
    OF_ANOTHER_SCHEME("a URI that no browser opens"),
    RELATIVE("a relative reference"),
    MALFORMED("a text that is no URI"),
    NO_TEXT("no text");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private final String words;

    AddressKind(String words) {
        this.words = words;
    }

    static AddressKind of(JsonNode node) {
        if (!node.isTextual() || node.textValue().isEmpty()) {
            return NO_TEXT;
        }
        // java.net.URI lets other letters than those of ASCII through.
        if (!node.textValue().matches("[\\x21-\\x7e]+")) {
            return MALFORMED;
        }
        try {
            return of(new URI(node.textValue()));
        } catch (URISyntaxException e) {
            return MALFORMED;
        }
    }

    private static AddressKind of(URI uri) {
        if (uri.getScheme() == null) {
            return RELATIVE;
        } else if (!uri.getScheme().matches("(?i)https?")) {
            return OF_ANOTHER_SCHEME;
        } else if (uri.getHost() == null) {
            return WITHOUT_HOST;
        } else if (uri.getRawUserInfo() != null) {
            return WITH_USER_INFO;
        } else if (uri.getRawFragment() != null) {
            return WITH_FRAGMENT;
        } else if (uri.getScheme().equalsIgnoreCase("https")) {
            return HTTPS;
        }
        return LOOPBACK.contains(uri.getHost()) ? HTTP_ON_LOOPBACK : PLAIN_HTTP;
    }

    /** Whether a host has a name that can be known outside its own network. */
    static boolean publicName(String host) {
        return host.contains(".") && !host.matches("[0-9.]+") && !host.startsWith("[");
    }

    @Override
    public String toString() {
        return words;
    }
}
