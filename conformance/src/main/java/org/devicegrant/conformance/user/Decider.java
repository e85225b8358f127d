package org.devicegrant.conformance.user;

import org.devicegrant.browser.Decision;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.target.User;

/** Decides without a browser of ours: a command of the operator, or a person at the terminal. */
@FunctionalInterface
public interface Decider {
    /**
     * Approves or refuses.
     *
     * @throws org.devicegrant.conformance.flow.Inconclusive if nobody did
     */
    void decide(Device device, User user, Decision decision);
}
