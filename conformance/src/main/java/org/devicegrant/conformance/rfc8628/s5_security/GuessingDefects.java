package org.devicegrant.conformance.rfc8628.s5_security;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.devicegrant.conformance.embedded.Behaviour;
import org.devicegrant.conformance.embedded.Defect;
import org.devicegrant.conformance.embedded.DefectSource;
import org.devicegrant.conformance.embedded.page.Entry;

/** Servers that defend themselves against guessing in the wrong way. */
public final class GuessingDefects implements DefectSource {
    private static final int PATIENCE = 4;
    private static final String LOCK = "<p role=\"alert\">Too many attempts. Please wait a minute.</p>";

    @Override
    public List<Defect> defects() {
        return List.of(
                new Defect(
                        "dropsAllCodesAfterWrongGuesses",
                        "After some wrong codes every pending request is forgotten.",
                        Set.of("8628-5.1-user-code-rate-limit"),
                        "*somebody else's code after that*expected the decision*anybody can keep everybody*",
                        GuessingDefects::dropping),
                new Defect(
                        "locksForShow",
                        "After some wrong codes the page for wrong codes says that it is locked, and takes right ones.",
                        Set.of("8628-5.1-user-code-rate-limit"),
                        "*wrong user codes in a row: expected a limit*the limit is for show*",
                        GuessingDefects::pretending));
    }

    private static void dropping(Behaviour server) {
        AtomicInteger wrong = new AtomicInteger();
        server.pages().aroundEntry((entry, next) -> {
            Entry.Outcome outcome = next.apply(entry);
            if (outcome == Entry.Outcome.WRONG && wrong.incrementAndGet() > PATIENCE) {
                server.grants().all().forEach(server.grants()::forget);
            }
            return outcome;
        });
    }

    private static void pretending(Behaviour server) {
        AtomicInteger wrong = new AtomicInteger();
        server.pages().guesses(1_000, 10_000);
        server.onPage((request, answer) -> {
            boolean refused = request.isPost()
                    && answer.status() == 200
                    && answer.text().contains("role=\"alert\"")
                    && request.text().contains("user_code=");
            return refused && wrong.incrementAndGet() > PATIENCE
                    ? answer.status(429)
                            .editText(page -> page.replaceAll("(?s)<main>.*</main>", "<main>" + LOCK + "</main>"))
                    : answer;
        });
    }
}
