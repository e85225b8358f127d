package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.page.Entry;

/** Servers for which opening the link is more than looking at a page. */
public final class LinkDefects implements DefectSource {
    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "approvesWhenTheLinkIsOpened",
                        "Opening the link in a signed-in browser approves the request.",
                        Set.of("8628-3.3.1-complete-uri-needs-confirmation"),
                        "*poll after the link was opened in a signed-in browser*got 200 with a token*",
                        server -> server.pages()
                                .aroundVisit(InteractionDefects.approvingIf(
                                        entry -> entry.user().isPresent()))),
                new Defect(
                        "showsAnotherCodeBehindTheLink",
                        "The page that the link opens shows a code that is not that of the device.",
                        Set.of("8628-3.3.1-complete-uri-shows-user-code"),
                        "*the user code: expected shown on the way to the decision, got another one*",
                        server -> server.onPage((request, answer) -> answer.editText(
                                text -> text.replaceAll("(<strong class=\"code\">)[^<]*", "$1ZZZZ-ZZZZ")))),
                new Defect(
                        "usesUpTheCodeOnTheFirstLook",
                        "The first visit of the link uses up the user code.",
                        Set.of("9110-9.2.1-get-has-no-effect"),
                        "*the code, typed in another browser after previews*spoils the login*",
                        server -> server.pages().aroundVisit((entry, next) -> {
                            Entry.Outcome outcome = next.apply(entry);
                            entry.grant().ifPresent(server.grants()::retireUserCode);
                            return outcome;
                        })),
                new Defect(
                        "forgetsTheRequestOnTheFirstLook",
                        "A preview of the link ends the whole request.",
                        Set.of("9110-9.2.1-get-has-no-effect"),
                        "*the poll after previews of the address*got 400 invalid_grant*",
                        server -> server.pages().aroundVisit((entry, next) -> forgetting(entry, next, server))));
    }

    private static Entry.Outcome forgetting(Entry entry, Function<Entry, Entry.Outcome> next, Behaviour server) {
        Entry.Outcome outcome = next.apply(entry);
        entry.grant().ifPresent(server.grants()::forget);
        return outcome;
    }
}
