package org.devicegrant.conformance.embedded.page;

import org.devicegrant.conformance.embedded.client.Failures;
import org.devicegrant.conformance.embedded.http.ServerClock;

/**
 * Limits wrong user codes and wrong passwords (RFC 8628 section 5.1). Counts by browser and user, so that nobody is
 * locked out by somebody else; the limit by address is far higher and only stops those who throw away their cookies.
 */
final class GuessLimit {
    private final PageRules rules;
    private final Failures failures;

    GuessLimit(PageRules rules, ServerClock clock) {
        this.rules = rules;
        this.failures = new Failures(clock);
    }

    boolean exhausted(Guess guess) {
        return rules.guessKeys(guess).stream().anyMatch(key -> failures.recent("code " + key) >= rules.guesses())
                || failures.recent(address(guess)) >= rules.guessesPerAddress();
    }

    void wrong(Guess guess) {
        rules.guessKeys(guess).forEach(key -> failures.count("code " + key));
        failures.count(address(guess));
    }

    boolean lockedOut(String userName) {
        return failures.recent("login " + userName) >= rules.wrongPasswords();
    }

    void wrongPassword(String userName) {
        failures.count("login " + userName);
    }

    private static String address(Guess guess) {
        return "address " + guess.request().remoteAddress();
    }
}
