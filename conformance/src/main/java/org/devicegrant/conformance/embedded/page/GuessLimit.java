package org.devicegrant.conformance.embedded.page;

import java.time.Duration;
import org.devicegrant.conformance.embedded.client.Failures;
import org.devicegrant.conformance.embedded.http.ServerClock;

/**
 * Limits wrong user codes and wrong passwords (RFC 8628 section 5.1). Whoever has sent too many wrong codes within ten
 * minutes has to pause for a minute, and again after each further one. Counts by browser and user, so that nobody is
 * locked out by somebody else; the limit by address is far higher and only stops those who throw away their cookies.
 */
final class GuessLimit {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final PageRules rules;
    private final Failures codes;
    private final Failures passwords;

    GuessLimit(PageRules rules, ServerClock clock) {
        this.rules = rules;
        this.codes = new Failures(Duration.ofMinutes(10), clock);
        this.passwords = new Failures(Duration.ofMinutes(1), clock);
    }

    boolean exhausted(Guess guess) {
        return rules.guessKeys(guess).stream().anyMatch(key -> exhausted(key, rules.guesses()))
                || exhausted(address(guess), rules.guessesPerAddress());
    }

    void wrong(Guess guess) {
        rules.guessKeys(guess).forEach(codes::count);
        codes.count(address(guess));
    }

    boolean lockedOut(String userName) {
        return passwords.recent(userName) >= rules.wrongPasswords();
    }

    void wrongPassword(String userName) {
        passwords.count(userName);
    }

    private boolean exhausted(String key, int limit) {
        return codes.recent(key) >= limit && codes.within(key, PAUSE);
    }

    private static String address(Guess guess) {
        return "address " + guess.request().remoteAddress();
    }
}
