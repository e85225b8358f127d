package org.devicegrant.conformance.embedded.page;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.devicegrant.conformance.embedded.client.Client;
import org.devicegrant.conformance.embedded.client.User;

/** Who has approved which client before. The server draws no conclusion from it; a defect may. */
final class Approvals {
    private final Set<String> pairs = ConcurrentHashMap.newKeySet();

    void add(User user, Client client) {
        pairs.add(user.name() + " " + client.id());
    }

    boolean has(User user, Client client) {
        return pairs.contains(user.name() + " " + client.id());
    }
}
