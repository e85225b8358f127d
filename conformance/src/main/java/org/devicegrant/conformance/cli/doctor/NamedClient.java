package org.devicegrant.conformance.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.devicegrant.conformance.target.Client;
import org.devicegrant.conformance.target.Clients;
import org.jspecify.annotations.Nullable;

/** A client and its key in the target file. */
record NamedClient(String key, Client client) {
    /** Those that use the grant, in the order of the file. */
    static List<NamedClient> usingTheGrant(Clients clients) {
        List<NamedClient> named = new ArrayList<>();
        add(named, "clients.public", clients.public_());
        add(named, "clients.other", clients.other());
        add(named, "clients.confidential", clients.confidential());
        add(named, "clients.private_key_jwt", clients.privateKeyJwt());
        add(named, "clients.special_characters", clients.specialCharacters());
        add(named, "clients.disposable", clients.disposable());
        add(named, "clients.kiosk", clients.kiosk());
        return named;
    }

    private static void add(List<NamedClient> named, String key, @Nullable Client client) {
        if (client != null) {
            named.add(new NamedClient(key, client));
        }
    }
}
