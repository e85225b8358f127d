package org.devicegrant.conformance.rfc8628.s3_3_user_interaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.http.Answer;
import org.devicegrant.conformance.embedded.http.Request;
import org.devicegrant.conformance.embedded.page.Entry;
import org.devicegrant.conformance.embedded.page.LookRules;

/** Servers whose pages lead to a decision, and leave the user in the dark or alone on the way. */
public final class TolerableInteractionDefects implements DefectSource {
    private static final String VISITOR = "first visitor";

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                                "neverShowsTheCode",
                                "Takes the code from the link, and shows it nowhere.",
                                Set.of("8628-3.3.1-complete-uri-shows-user-code"),
                                "The user code got not shown: the user cannot see whose device this is*",
                                server -> server.pages().look().codeShown(false))
                        .onlyWarnedAbout(),
                new Defect(
                                "asksForNoComparison",
                                "Shows the code of the link, and does not say what for.",
                                Set.of("8628-3.3.1-complete-uri-shows-user-code"),
                                "The page that shows the code got no word of it: users click on without comparing*",
                                TolerableInteractionDefects::silence)
                        .onlyWarnedAbout(),
                new Defect(
                                "bindsACodeToItsFirstBrowser",
                                "A code can be typed only in the browser that has opened its link first.",
                                Set.of("9110-9.2.1-get-has-no-effect"),
                                "*typed in another browser after previews got*: the first visit binds the code to a browser*",
                                TolerableInteractionDefects::bind)
                        .onlyWarnedAbout(),
                new Defect(
                                "keepsSilentAboutWrongCodes",
                                "Shows the empty code entry again after a wrong code.",
                                Set.of("interop-wrong-user-code-feedback"),
                                "The page after one character got the same page again: the user is not told what is wrong; *",
                                server -> server.pages().look().text("code.wrong", ""))
                        .onlyWarnedAbout(),
                new Defect(
                                "locksABrowserOutAfterThreeWrongCodes",
                                "Makes a browser wait for a minute after three wrong codes.",
                                Set.of("interop-wrong-user-code-feedback"),
                                "The right code after three wrong ones got*: three wrong codes lock the user out*",
                                server -> server.pages().guesses(3, 300).guessKeys(guess -> List.of(guess.session())))
                        .onlyWarnedAbout());
    }

    private static void silence(Behaviour server) {
        LookRules look = server.pages().look();
        List.of("code.compare", "decision.compare", "decision.warning").forEach(key -> look.text(key, ""));
        look.text("decision.code", "Code:");
        look.text("code.lead", "Enter the code.");
    }

    private static void bind(Behaviour server) {
        server.onPage((request, answer) -> noted(server, request, answer));
        server.pages().aroundEntry(TolerableInteractionDefects::ofItsVisitor);
    }

    private static Answer noted(Behaviour server, Request request, Answer answer) {
        String given = answer.headers().first("Set-Cookie").orElse("").split(";", 2)[0];
        String browser = given.isEmpty() ? request.header("Cookie").orElse("") : given;
        if (request.isGet()) {
            server.grants().all().stream()
                    .filter(grant -> request.query().orElse("").contains("user_code=" + grant.userCode()))
                    .forEach(grant -> grant.notes().putIfAbsent(VISITOR, browser));
        }
        return answer;
    }

    private static Entry.Outcome ofItsVisitor(Entry entry, Function<Entry, Entry.Outcome> next) {
        String browser = entry.request().header("Cookie").orElse("");
        Optional<Object> visitor =
                entry.grant().map(grant -> grant.notes().get(VISITOR)).filter(first -> !first.equals(browser));
        return visitor.isPresent() ? Entry.Outcome.WRONG : next.apply(entry);
    }
}
