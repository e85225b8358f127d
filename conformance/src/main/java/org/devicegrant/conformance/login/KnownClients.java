package org.devicegrant.conformance.login;

import java.util.ArrayList;
import java.util.List;

/** Every client that is emulated, the best known first. */
final class KnownClients {
    private KnownClients() {}

    static List<KnownClient> all() {
        List<KnownClient> all = new ArrayList<>();
        all.add(GitHubCli.client());
        all.addAll(GoClients.all());
        all.addAll(OtherClients.all());
        return List.copyOf(all);
    }
}
