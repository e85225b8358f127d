package org.devicegrant.conformance.embedded.feature;

import java.net.URI;
import java.util.List;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.Issue;

/** Tokens for named resources (RFC 8707), asked for at either endpoint; the parameter may be repeated. */
public final class ResourceIndicators implements Feature {
    /** A resource that exists. */
    public static final String RECORDINGS = "https://api.example/recordings";

    /** Another one. */
    public static final String GUIDE = "https://api.example/guide";

    private static final String RESOURCE = "resource";
    private static final List<String> KNOWN = List.of(RECORDINGS, GUIDE);

    @Override
    public String declared() {
        return "resources: [%s, %s]\n".formatted(RECORDINGS, GUIDE);
    }

    @Override
    public void ordered(Client client, Request request, Form form) {
        form.values(RESOURCE).forEach(ResourceIndicators::check);
    }

    @Override
    public Issue redeemed(Poll poll, Issue issue) {
        List<String> ordered = poll.grant().order().form().values(RESOURCE);
        return narrowed(poll.form(), ordered, issue.withAudience(ordered));
    }

    @Override
    public Issue refreshed(Client client, Request request, Form form, Issue issue) {
        return narrowed(form, issue.audience(), issue);
    }

    private static Issue narrowed(Form form, List<String> granted, Issue issue) {
        List<String> asked = form.values(RESOURCE);
        asked.forEach(ResourceIndicators::check);
        if (!granted.isEmpty() && !granted.containsAll(asked)) {
            throw Refusal.of("invalid_target", "The resource was not asked for at first");
        }
        return asked.isEmpty() ? issue : issue.withAudience(asked);
    }

    private static void check(String resource) {
        if (!isAbsolute(resource) || !KNOWN.contains(resource)) {
            throw Refusal.of("invalid_target", "The resource is malformed or unknown");
        }
    }

    private static boolean isAbsolute(String resource) {
        try {
            URI uri = URI.create(resource);
            return uri.isAbsolute() && uri.getFragment() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
