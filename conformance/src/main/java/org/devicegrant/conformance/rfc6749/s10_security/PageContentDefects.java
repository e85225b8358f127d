package org.devicegrant.conformance.rfc6749.s10_security;

import java.util.List;
import java.util.Set;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;

/** Servers whose pages show what they should not. */
public final class PageContentDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
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
                        }));
    }

    private static String firstName(Behaviour server) {
        return server.clients().all().iterator().next().name();
    }
}
