package org.devicegrant.conformance.servers.spring;

import java.time.Duration;

/**
 * How a Spring Authorization Server is set up.
 *
 * @param store where authorizations are kept
 * @param consent when the user is asked for consent
 * @param codeLifetime lifetime of device and user codes
 * @param tokenLifetime lifetime of access tokens
 */
public record SpringOptions(Store store, Consent consent, Duration codeLifetime, Duration tokenLifetime) {

    /** Where the server keeps its authorizations. */
    public enum Store {
        /** The framework's map, which keeps 100 authorizations that wait for a decision. */
        MEMORY,
        /** The framework's JDBC service, on an H2 database in memory. */
        JDBC
    }

    /** When the server shows its consent page. */
    public enum Consent {
        /** For every device, also to a user who has consented before. */
        EACH_TIME,
        /** Once for a user, client and scope: the framework's default. */
        REMEMBERED,
        /** Never: the right code, entered by a user who is signed in, approves. */
        NOT_ASKED
    }

    /** Store in memory, consent each time, codes and tokens of 5 minutes. */
    public static SpringOptions inMemory() {
        return new SpringOptions(Store.MEMORY, Consent.EACH_TIME, Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    /** Like {@link #inMemory()}, but with the JDBC store. */
    public static SpringOptions jdbc() {
        return new SpringOptions(Store.JDBC, Consent.EACH_TIME, Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    /** The same with codes of another lifetime. */
    public SpringOptions codesLiveFor(Duration lifetime) {
        return new SpringOptions(store, consent, lifetime, tokenLifetime);
    }

    /** The same with access tokens of another lifetime. */
    public SpringOptions tokensLiveFor(Duration lifetime) {
        return new SpringOptions(store, consent, codeLifetime, lifetime);
    }

    /** The same with consent asked at other times. */
    public SpringOptions with(Consent other) {
        return new SpringOptions(store, other, codeLifetime, tokenLifetime);
    }
}
