package org.devicegrant.conformance.rfc8707;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.feature.Feature;
import org.devicegrant.conformance.embedded.feature.ResourceIndicators;
import org.devicegrant.conformance.embedded.grant.Poll;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Form;
import org.devicegrant.conformance.embedded.http.Refusal;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.token.Issue;

/** Servers that misread resource. */
public final class ResourceDefects implements DefectSource {
    private static final Set<String> FLAGGED = Set.of("8707-resource-indicators");

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "takesResourceOnce",
                        "Refuses a repeated resource like any other repeated parameter.",
                        FLAGGED,
                        "A device authorization request with two resources: expected codes, got 400 invalid_request*",
                        ResourceDefects::once),
                new Defect(
                        "grantsAnyResourceAtTheEnd",
                        "Issues the token for whatever resource the last poll names.",
                        FLAGGED,
                        "A poll with a resource that was not asked for at first: expected invalid_target or"
                                + " a token without it, got 200 with a token*",
                        ResourceDefects::generous),
                new Defect(
                                "refusesResourceAtTheStart",
                                "Knows resource where tokens are issued, and nowhere else.",
                                FLAGGED,
                                "A device authorization request with a resource got 400 invalid_request: the device cannot say"
                                        + " at the start what its token is for*",
                                server -> {
                                    server.features().add(new ResourceIndicators());
                                    server.around(
                                            Endpoint.DEVICE_AUTHORIZATION,
                                            (request, next) -> request.text().contains("resource=")
                                                    ? Refusal.invalidRequest("A parameter is unknown")
                                                            .answer(true)
                                                    : next.apply(request));
                                })
                        .onlyWarnedAbout(),
                new Defect(
                                "knowsOneResourceAtATime",
                                "Grants one resource, and looks at it when tokens are issued.",
                                FLAGGED,
                                "A device authorization request with two resources got 400 invalid_target: the server grants"
                                        + " one resource at a time; A device authorization request with a relative resource"
                                        + " got 200 with codes: resource is ignored there*",
                                server -> server.features().add(new OneAtATime(new ResourceIndicators())))
                        .onlyWarnedAbout(),
                new Defect(
                                "callsAnUnknownResourceABadRequest",
                                "Answers invalid_request to a resource that it does not know.",
                                FLAGGED,
                                "A device authorization request with a relative resource got 400 invalid_request: invalid_target"
                                        + " is the defined code; A device authorization request with an unknown resource got 400*",
                                server -> {
                                    server.features().add(new ResourceIndicators());
                                    server.onDevice((request, answer) -> answer.hasError("invalid_target")
                                            ? answer.set("error", "invalid_request")
                                            : answer);
                                })
                        .onlyWarnedAbout(),
                new Defect(
                                "issuesTokensForEveryResource",
                                "Looks at the resource, and issues tokens that are good for all.",
                                FLAGGED,
                                "The audience of the token got https://api.example/recordings, https://api.example/guide: the"
                                        + " token is good for more than the resource, or for another one*",
                                server -> {
                                    server.features().add(new ResourceIndicators());
                                    server.tokens()
                                            .onIssue(issue -> issue.withAudience(
                                                    List.of(ResourceIndicators.RECORDINGS, ResourceIndicators.GUIDE)));
                                })
                        .onlyWarnedAbout());
    }

    private static void once(Behaviour server) {
        server.features().add(new ResourceIndicators());
        server.parsing().known().add("resource");
    }

    private static void generous(Behaviour server) {
        server.features().add(new Generous(new ResourceIndicators()));
    }

    /** Looks at the resource at the start, and forgets it until the end. */
    private record Generous(ResourceIndicators sound) implements Feature {
        @Override
        public String declared() {
            return sound.declared();
        }

        @Override
        public void ordered(Client client, Request request, Form form) {
            sound.ordered(client, request, form);
        }

        @Override
        public Issue redeemed(Poll poll, Issue issue) {
            return issue.withAudience(poll.form().values("resource"));
        }
    }

    /** Counts the resources at the start, and looks at them at the end. */
    private record OneAtATime(ResourceIndicators sound) implements Feature {
        @Override
        public String declared() {
            return sound.declared();
        }

        @Override
        public void ordered(Client client, Request request, Form form) {
            if (form.values("resource").size() > 1) {
                throw Refusal.of("invalid_target", "One resource at a time");
            }
        }

        @Override
        public Issue redeemed(Poll poll, Issue issue) {
            return sound.redeemed(poll, issue);
        }
    }
}
