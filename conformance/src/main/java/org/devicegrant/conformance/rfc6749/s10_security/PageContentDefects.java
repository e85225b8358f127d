package org.devicegrant.conformance.rfc6749.s10_security;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Endpoint;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.page.PageRules;

/** Servers whose pages show what they should not. */
public final class PageContentDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "approvesFormsOfOtherSites",
                        "Forms need no value that other sites cannot know, and cookies go along from everywhere.",
                        Set.of("6749-10.12-csrf-on-approval"),
                        "*the first poll after another site sent the forms of an approval*got 200 with a token*",
                        server -> server.pages()
                                .antiForgery(false)
                                .sameSite("None")
                                .addressing(PageRules.Addressing.USER_CODE)),
                new Defect(
                        "approvesLinksOfOtherSites",
                        "The approval works as a link, too, and needs no value that other sites cannot know.",
                        Set.of("6749-10.12-csrf-on-approval"),
                        "*the first poll after another site sent the forms of an approval*got 200 with a token*",
                        PageContentDefects::approvesByLink),
                new Defect(
                        "namesTheFirstClientAlways",
                        "The decision page shows the name of the first registered client, whoever asks.",
                        Set.of("6749-10.2-consent-information"),
                        "*expected its own name, got the name of another client*",
                        server -> server.pages().clientName(grant -> firstName(server))),
                new Defect(
                        "echoesWrongCodesAsMarkup",
                        "A wrong user code comes back unescaped.",
                        Set.of("6749-10.14-no-script-injection"),
                        "*the page of a link with markup for a user code*got a foreign script that ran*",
                        server -> {
                            server.pages().look().echoEscaped(false);
                            server.onPage((request, answer) -> answer.withoutHeader("Content-Security-Policy"));
                        }),
                new Defect(
                                "strikesOutScriptsOnly",
                                "A wrong user code comes back with all its markup but scripts.",
                                Set.of("6749-10.14-no-script-injection"),
                                "*got foreign markup: foreign markup gets into the page and only a policy keeps scripts from*",
                                server -> {
                                    server.pages().look().echoEscaped(false);
                                    server.onPage((request, answer) ->
                                            answer.editText(page -> page.replaceAll("(?s)<script>.*?</script>", "")));
                                })
                        .onlyWarnedAbout(),
                new Defect(
                                "namesNoClient",
                                "The decision page calls every client a device.",
                                Set.of("6749-10.2-consent-information"),
                                "*got no name of a client: the user cannot see for whom he decides*",
                                server -> server.pages().clientName(grant -> "A device"))
                        .onlyWarnedAbout(),
                new Defect(
                                "namesNoScope",
                                "The decision page does not say what the device wants.",
                                Set.of("6749-10.2-consent-information"),
                                "The decision page for a smaller scope got the same words: the user does not see what is asked*",
                                server -> server.pages().look().scopesShown(false))
                        .onlyWarnedAbout());
    }

    private static void approvesByLink(Behaviour server) {
        server.pages().antiForgery(false).addressing(PageRules.Addressing.USER_CODE);
        server.around(Endpoint.PAGE, (request, next) -> {
            String query = request.query().orElse("");
            boolean decides = request.isGet() && query.contains("decision=");
            return next.apply(decides ? asForm(request, query) : request);
        });
    }

    private static Request asForm(Request request, String query) {
        return request.withMethod("POST")
                .withQuery(null)
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withBody(query);
    }

    private static String firstName(Behaviour server) {
        return server.clients().all().iterator().next().name();
    }
}
