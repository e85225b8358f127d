package org.devicegrant.load.preflight;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.devicegrant.load.LoadRefused;
import org.devicegrant.load.target.LoadTarget;

/** Load goes to this machine, or to a server whose operator has said so in the target file. */
public final class Permission {
    private Permission() {}

    /**
     * Refuses what the operator did not allow.
     *
     * @throws LoadRefused if an endpoint is not on this machine and the target file does not allow load
     */
    public static void check(LoadTarget target) {
        if (target.allowed()) {
            return;
        }
        requireLoopback(target.deviceAuthorizationEndpoint());
        requireLoopback(target.tokenEndpoint());
    }

    private static void requireLoopback(URI endpoint) {
        String host = endpoint.getHost();
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    throw new LoadRefused(
                            LoadRefused.WRONG_INPUT,
                            host
                                    + " is not this machine, and its operator has not allowed load: add \"load: {allowed: true}\""
                                    + " to the target file if you are that operator or act for them");
                }
            }
        } catch (UnknownHostException e) {
            throw new LoadRefused(LoadRefused.NO_FLOW, "the host " + host + " of " + endpoint + " is not known");
        }
    }
}
