package org.devicegrant.conformance.login;

import java.util.List;
import java.util.Set;

/**
 * A widespread client.
 *
 * @param name as its users know it
 * @param source where its behaviour was read: repository and path
 * @param silentAt the moments whose requests it sends without asking for JSON
 * @param demands what it needs, in the order in which it looks
 */
record KnownClient(String name, String source, Set<Moment> silentAt, List<Demand> demands) {
    /** Sends no {@code Accept} header, or one that takes anything. */
    static final Set<Moment> NEVER_ASKS_FOR_JSON = Set.of(Moment.values());

    /** Sends {@code Accept: application/json} always. */
    static final Set<Moment> ALWAYS_ASKS_FOR_JSON = Set.of();

    KnownClient {
        silentAt = Set.copyOf(silentAt);
        demands = List.copyOf(demands);
    }
}
